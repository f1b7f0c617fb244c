import { useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'

/** Whether nobody has an account yet, and whether the token from the log is asked for. */
export function useSetupStatus() {
  return useQuery(() => ({
    queryKey: ['setup', 'status'],
    queryFn: () => api.setup.status.query(),
    staleTime: 0,
  }))
}
