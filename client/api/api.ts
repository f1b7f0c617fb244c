import { createTRPCClient, httpBatchLink, httpSubscriptionLink, retryLink, splitLink } from '@trpc/client'
import { failureOf } from './failure.ts'
import type { AppRouter } from './wire.ts'

const url = '/trpc'

/** Every procedure of the server, with its types. A subscription may hand in `onTrouble` with its context. */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: [
        // In front of the stream: a single 502 of a proxy would otherwise end it for good.
        retryLink({
          retry: ({ op, error }) => {
            const onTrouble = op.context['onTrouble']
            if (typeof onTrouble === 'function') onTrouble()
            const { status } = failureOf(error)
            return status === null || ![401, 403, 404].includes(status)
          },
          retryDelayMs: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
        }),
        httpSubscriptionLink({ url }),
      ],
      false: httpBatchLink({ url }),
    }),
  ],
})
