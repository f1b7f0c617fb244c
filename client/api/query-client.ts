import { QueryCache, QueryClient } from '@tanstack/solid-query'
import { failureOf, isSignedOut } from './failure.ts'
import { expireSession } from './session-expiry.ts'

/** The memory of everything that was fetched; what is live is kept in the live store instead. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) expireSession()
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only silence and the server's own faults are worth another try.
      retry: (failures, error) => failures < 2 && (failureOf(error).status ?? 500) >= 500,
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
      // "Offline" means no internet to a browser; a server in the house is still there.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
