import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { seedRun, seedShows } from './live.ts'
import type { EntryFilter } from './wire.ts'

const PAGE = 100

/** A run with its libraries; what comes also goes into the live store, which is what the page reads. */
export function useRun(runId: () => number) {
  return useQuery(() => ({
    queryKey: ['runs', 'get', runId()],
    queryFn: async () => {
      const run = await api.runs.get.query({ runId: runId() })
      seedRun(run)
      return run
    },
    staleTime: 30_000,
  }))
}

/** The runs, newest first, page by page. */
export function useRunPages() {
  return useInfiniteQuery(() => ({
    queryKey: ['runs', 'list'],
    queryFn: ({ pageParam }) =>
      api.runs.list.query({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
  }))
}

/** The newest runs, for the console. */
export function useRecentRuns() {
  return useQuery(() => ({
    queryKey: ['runs', 'recent'],
    queryFn: () => api.runs.list.query({ limit: 8 }),
  }))
}

/** All shows of a library's part in a run, fetched page by page while `isOpen`; the order is the server's. */
export function useShows(key: () => { runId: number; libraryId: number; asOfSeq: number; isOpen: boolean }) {
  return useQuery(() => ({
    queryKey: ['runs', 'shows', key().runId, key().libraryId],
    enabled: key().isOpen,
    queryFn: async () => {
      const { runId, libraryId, asOfSeq } = key()
      const order: number[] = []
      let cursor: string | null | undefined
      do {
        const page = await api.runs.shows.query({
          runId,
          libraryId,
          limit: 200,
          ...(cursor ? { cursor } : {}),
        })
        seedShows(runId, asOfSeq, page.shows)
        order.push(...page.shows.map((show) => show.showId))
        cursor = page.nextCursor
      } while (cursor)
      return order
    },
  }))
}

/** The entries of a run that match a filter, page by page. */
export function useEntryPages(key: () => { runId: number; filter: EntryFilter }) {
  return useInfiniteQuery(() => ({
    queryKey: ['runs', 'entries', key().runId, key().filter],
    queryFn: ({ pageParam }) =>
      api.runs.entries.query({ ...key(), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  }))
}

/** How many entries there are of each status and library under a filter. */
export function useFacets(key: () => { runId: number; filter: EntryFilter; everyMs: number | false }) {
  return useQuery(() => ({
    queryKey: ['runs', 'facets', key().runId, key().filter],
    queryFn: () => api.runs.facets.query({ runId: key().runId, filter: key().filter }),
    placeholderData: keepPreviousData,
    refetchInterval: key().everyMs,
  }))
}
