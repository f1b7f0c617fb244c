import type { RunEntryView } from '../../server/types.ts'
import type { Api } from './api.ts'

/** Every entry of a run, page by page, as the list of items reads them. */
export async function readAllEntries({ call }: Api, runId: number): Promise<RunEntryView[]> {
  const entries: RunEntryView[] = []
  let cursor: number | undefined
  do {
    const page = await call.runs.entries.query({ runId, filter: {}, limit: 200, ...(cursor && { cursor }) })
    entries.push(...page.entries)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return entries
}
