import { keepPreviousData, useMutation, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'
import type { Json, MediaKind } from './wire.ts'

const refresh = () => queryClient.invalidateQueries({ queryKey: ['libraries'] })

/** Every library of every source. */
export function useLibraries() {
  return useQuery(() => ({
    queryKey: ['libraries', 'list'],
    queryFn: async () => (await api.libraries.list.query()).libraries,
  }))
}

/** Adds a library to a source. */
export function useCreateLibrary() {
  return useMutation(() => ({
    mutationFn: (input: {
      sourceId: number
      title: string
      mediaKind: MediaKind
      config: { [key: string]: Json }
    }) => api.libraries.create.mutate(input),
    onSuccess: refresh,
  }))
}

/** Renames a library, or turns it on or off for runs. */
export function useChangeLibrary() {
  return useMutation(() => ({
    mutationFn: (input: { libraryId: number; title?: string; syncEnabled?: boolean }) =>
      api.libraries.change.mutate(input),
    onSuccess: refresh,
  }))
}

/** Removes a library; its files stay where they are. */
export function useRemoveLibrary() {
  return useMutation(() => ({
    mutationFn: (libraryId: number) => api.libraries.remove.mutate({ libraryId }),
    onSuccess: refresh,
  }))
}

/** Says what to do about the many items of a library that its last listing did not find. */
export function useAnswerMissing() {
  return useMutation(() => ({
    mutationFn: (input: { libraryId: number; runId: number; answer: 'mark' | 'keep' }) =>
      api.libraries.answer.mutate(input),
    // Also after a refusal: then somebody else has answered. Not waited for: the question goes with its answer.
    onSettled: () => void refresh(),
  }))
}

/** Asks a worker whether a library could be listed now. */
export function useCheckLibrary() {
  return useMutation(() => ({
    mutationFn: (libraryId: number) => api.libraries.check.mutate({ libraryId }),
    onSettled: refresh,
  }))
}

/** The folders inside a folder of the server; null lists where one may start. */
export function useFolders(key: () => { path: string | null; isOpen: boolean }) {
  return useQuery(() => ({
    queryKey: ['folders', key().path],
    queryFn: () => api.libraries.folders.query({ path: key().path }),
    enabled: key().isOpen,
    placeholderData: keepPreviousData,
    retry: false,
  }))
}
