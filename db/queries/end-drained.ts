import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import { libraryFinished, type PartRow, releaseHold } from './library-part.ts'

/**
 * Ends the parts of a run that have nothing left, once the last attempt is filled: those that became empty
 * meanwhile, and those for which a page that was promised brought nothing. Answers the events, and the run
 * libraries that may go on now. The caller holds the parts' locks.
 */
export async function endDrained(tx: Tx, runId: number): Promise<{ events: DraftEvent[]; next: number[] }> {
  const [other] = await tx.execute<{ staging: number }>(sql`
    select staging from run_cursor where run_id = ${runId}`)
  if ((other?.staging ?? 0) > 1) return { events: [], next: [] }
  const ended = await tx.execute<
    PartRow & { title: string; sourceId: number; held: boolean; [key: string]: unknown }
  >(sql`
    with drained as (
      select id, holds from run_library
      where run_id = ${runId} and locked and open = 0 and state in ('waiting', 'ingesting')
    )
    update run_library l set state = case when code is null then 'finished' else 'failed' end, holds = false,
      ended_at = now()
    from drained where l.id = drained.id
    returning l.id, l.library_id as "libraryId", l.title, l.source_id as "sourceId", drained.holds as held, l.found,
      l.code, l.detail, l.created, l.updated, l.unchanged, l.skipped, l.failed, l.retrying`)
  const next: number[] = []
  for (const part of ended) {
    if (!part.held || part.libraryId === null) continue
    const runLibraryId = await releaseHold(tx, part.libraryId)
    if (runLibraryId !== null) next.push(runLibraryId)
  }
  const events = ended.map((part) =>
    libraryFinished({ sourceId: part.sourceId, libraryId: part.libraryId ?? 0, title: part.title }, part),
  )
  return { events, next: next.sort((a, b) => a - b) }
}
