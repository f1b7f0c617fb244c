import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import { countSettled } from '../domain/counts.ts'
import type { Trouble } from '../domain/outcome.ts'
import { addToAttempts } from './attempt-progress.ts'
import { findPart, type RunPart } from './lane.ts'
import { finishTransaction, movePart } from './library-part.ts'
import { addToShows } from './show-counts.ts'

/** How often tasks of a library may end without any progress before it is given up. */
const STALLS = 5

/** Notes that a task of the library failed without progress. */
export async function noteStall(db: Db, runLibraryId: number): Promise<void> {
  await db.execute(sql`update run_library set stalls = stalls + 1 where id = ${runLibraryId} and holds`)
}

/** Ends libraries whose tasks keep failing: what is staged fails with `internal`, so that the run can end. */
export async function abandonStalled(db: Db): Promise<number> {
  const rows = await db.execute<{ id: number }>(sql`
    select l.id from run_library l join run_cursor c on c.run_id = l.run_id
    where l.holds and l.stalls >= ${STALLS} and c.state in ('running', 'pausing', 'cancelling') order by l.id`)
  for (const { id } of rows) await db.transaction((tx) => abandon(tx, id))
  return rows.length
}

async function abandon(tx: Tx, runLibraryId: number): Promise<void> {
  const part = await findPart(tx, runLibraryId)
  if (!part) return
  const trouble: Trouble = {
    code: 'internal',
    detail: `Reading ${part.title} stopped ${STALLS} times without getting any further. The log says why.`,
  }
  const failed = await failStaged(tx, part, trouble)
  const counts = countSettled(failed)
  // Only under the library's lock it is sure whether the listing has ended, and that nobody still works on it.
  const [locked] = await tx.execute<{ isListing: boolean; stalls: number }>(sql`
    select not locked as "isListing", stalls from run_library where id = ${runLibraryId} for update`)
  // Another worker's sweep was first.
  if (!locked || (failed.length === 0 && locked.stalls < STALLS)) return
  const { isListing } = locked
  await tx.execute(sql`
    update run_lane set worker_id = null, epoch = epoch + 1 where run_library_id = ${runLibraryId}`)
  const row = await movePart(tx, runLibraryId, {
    counts,
    open: -failed.length,
    ...(isListing ? { lock: { complete: false, trouble } } : {}),
  })
  const settled = failed.map(({ attempt, status }) => ({ entry: { attempt }, outcome: { status } }))
  const ofAttempts = await addToAttempts(tx, part.runId, settled)
  const shows = [...new Set(failed.flatMap((one) => one.showId ?? []))]
  await finishTransaction(
    tx,
    part,
    row,
    { counts, open: -failed.length, ...(isListing ? { unlocked: -1 } : {}) },
    () => [
      {
        type: 'entry.failed',
        level: 'error',
        phase: 'error',
        scope: { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title },
        message: `${part.title}: gave up on ${failed.length.toLocaleString('en')} items. ${trouble.detail}`,
        extra: { code: trouble.code, ...(shows.length > 0 ? { shows } : {}) },
      },
      ...ofAttempts,
    ],
  )
}

type Failed = { attempt: number; showId: number | null; status: 'failed'; wasSettled: boolean }

async function failStaged(tx: Tx, part: RunPart, trouble: Trouble): Promise<Failed[]> {
  const rows = await tx.execute<Omit<Failed, 'status'>>(sql`
    with before as (
      select e.id, e.prior_status from run_entry e join run_library l on l.id = e.run_library_id
      where l.id = ${part.runLibraryId} and e.status = 'staged' and e.attempt >= l.floor for update of e
    )
    update run_entry e set status = 'failed', code = ${trouble.code}, cause = ${trouble.code}, detail = ${trouble.detail},
      resolution = 'open', settled_at = now(), settled_by = pg_current_xact_id(), prior_status = null
    from before where e.id = before.id
    returning e.attempt, e.show_id as "showId", before.prior_status is not null as "wasSettled"`)
  const failed = rows.map((row): Failed => ({ ...row, status: 'failed' }))
  await addToShows(tx, failed)
  return failed
}
