import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { seedRun, seedShows } from './live.ts'
import { queryClient } from './query-client.ts'
import type { EntryFilter } from './wire.ts'

const PAGE = 100
/** How many pages of entries are read again by themselves while a run goes on. */
const MOST_PAGES = 4

/** Fetches again what the beginning or the end of a run changes beside the run itself. */
export function refreshAroundRuns(): void {
  for (const queryKey of [['libraries'], ['runs', 'recent']]) void queryClient.invalidateQueries({ queryKey })
}

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
export function useEntryPages(key: () => { runId: number; filter: EntryFilter; everyMs: number | false }) {
  return useInfiniteQuery(() => ({
    queryKey: ['runs', 'entries', key().runId, key().filter],
    queryFn: ({ pageParam }) =>
      api.runs.entries.query({
        runId: key().runId,
        filter: key().filter,
        limit: PAGE,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // Every page that is loaded is read again: beyond a few that is more than a look is worth.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > MOST_PAGES ? false : key().everyMs),
  }))
}

/** One entry by its id, also where the list beside it leaves it out; null when the run has none such. */
export function useEntry(key: () => { runId: number; entryId: number | null }) {
  return useQuery(() => ({
    queryKey: ['runs', 'entry', key().runId, key().entryId],
    enabled: key().entryId !== null,
    queryFn: async () => {
      const { runId, entryId } = key()
      // A page of one, from just before it: entries come in the order of their ids.
      const page = await api.runs.entries.query({ runId, cursor: (entryId ?? 1) - 1, limit: 1 })
      return page.entries.find((entry) => entry.entryId === entryId) ?? null
    },
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
