import { useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import type { RunEvent } from './wire.ts'

/** The newest events of a level that the stream may not have brought; nothing is fetched without a level. */
export function useRunEvents(key: () => { runId: number; level: RunEvent['level'] | null }) {
  return useQuery(() => ({
    queryKey: ['runs', 'events', key().runId, key().level],
    enabled: key().level !== null,
    queryFn: async () => {
      const level = key().level
      const filter = level === null ? {} : { level: [level] }
      return (await api.runs.events.query({ runId: key().runId, filter, limit: 50 })).events
    },
  }))
}

/** All events of a run, newest first, page by page. */
export function useEventPages(key: () => { runId: number; level: RunEvent['level'] | null }) {
  return useInfiniteQuery(() => ({
    queryKey: ['runs', 'event-pages', key().runId, key().level],
    queryFn: ({ pageParam }) =>
      api.runs.events.query({
        runId: key().runId,
        limit: 200,
        ...(key().level === null ? {} : { filter: { level: [key().level!] } }),
        ...(pageParam ? { beforeSeq: pageParam } : {}),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) =>
      page.events.length === 200 ? Math.min(...page.events.map((one) => one.seq)) : null,
  }))
}
