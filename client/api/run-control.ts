import { useMutation, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'
import type { EntryFilter } from './wire.ts'

/** What a person may ask of a run that is going on. */
export type RunMove = 'pause' | 'resume' | 'cancel' | 'forceStop'

/** What of a run is to be taken up again: what matches a filter, or all that it never came to. */
export interface RetryRequest {
  runId: number
  filter?: EntryFilter
  /** How many the person was told; another number is refused. */
  expectedCount?: number
  remaining?: boolean
}

// Waited for, so that a button stays busy until the page shows what came of it, also while the stream is away.
const lookAgain = (_answer: unknown, { runId }: { runId: number }) =>
  queryClient.invalidateQueries({ queryKey: ['runs', 'get', runId] })

/** Asks a run to pause, go on, cancel or be stopped by force. */
export function useMoveRun() {
  return useMutation(() => ({
    mutationFn: ({ runId, move }: { runId: number; move: RunMove }) => api.runs[move].mutate({ runId }),
    onSuccess: lookAgain,
  }))
}

/** Takes up again what failed or was never done, as a further attempt of the same run. */
export function useRetryRun() {
  return useMutation(() => ({
    mutationFn: (request: RetryRequest) => api.runs.retry.mutate(request),
    onSuccess: lookAgain,
  }))
}

/** What a retry would take of what matches, and why not the rest; read when it is asked for, never kept. */
export function useRetryPreview(key: () => { runId: number; filter: EntryFilter; isOpen: boolean }) {
  return useQuery(() => ({
    queryKey: ['runs', 'preview', key().runId, key().filter],
    queryFn: () => api.runs.preview.query({ runId: key().runId, filter: key().filter, action: 'retry' }),
    enabled: key().isOpen,
    staleTime: 0,
    gcTime: 0,
  }))
}
