import { useMutation, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'
import type { Json, SourceKindName } from './wire.ts'

/** What changes with a source also changes the lists of libraries. */
const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['sources'] }),
    queryClient.invalidateQueries({ queryKey: ['libraries'] }),
  ])

/** The configured sources. */
export function useSources() {
  return useQuery(() => ({
    queryKey: ['sources', 'list'],
    queryFn: async () => (await api.sources.list.query()).sources,
  }))
}

/** Adds a source of a kind. */
export function useCreateSource() {
  return useMutation(() => ({
    mutationFn: (input: { kind: SourceKindName; name: string; config: { [key: string]: Json } }) =>
      api.sources.create.mutate(input),
    onSuccess: refresh,
  }))
}

/** Renames a source. */
export function useChangeSource() {
  return useMutation(() => ({
    mutationFn: (input: { sourceId: number; name: string }) => api.sources.change.mutate(input),
    onSuccess: refresh,
  }))
}

/** Removes a source with its libraries; nothing on its disks is touched. */
export function useRemoveSource() {
  return useMutation(() => ({
    mutationFn: (sourceId: number) => api.sources.remove.mutate({ sourceId }),
    onSuccess: refresh,
  }))
}

/** Asks a worker whether a source can be reached. */
export function useCheckSource() {
  return useMutation(() => ({
    mutationFn: (sourceId: number) => api.sources.check.mutate({ sourceId }),
    onSettled: refresh,
  }))
}
