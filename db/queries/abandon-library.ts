import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import { countStatuses } from '../domain/counts.ts'
import type { Trouble } from '../domain/outcome.ts'
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
    select id from run_library where holds and stalls >= ${STALLS} order by id`)
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
  await tx.execute(sql`
    update run_lane set worker_id = null, epoch = epoch + 1 where run_library_id = ${runLibraryId}`)
  const failed = await failStaged(tx, part, trouble)
  const counts = countStatuses(failed.map(() => 'failed' as const))
  const row = await movePart(tx, runLibraryId, {
    counts,
    open: -failed.length,
    ...(part.locked ? {} : { lock: { complete: false, trouble } }),
  })
  await finishTransaction(
    tx,
    part,
    row,
    { counts, open: -failed.length, ...(part.locked ? {} : { unlocked: -1 }) },
    () => [
      {
        type: 'entry.failed',
        level: 'error',
        phase: 'error',
        scope: { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title },
        message: `${part.title}: gave up on ${failed.length.toLocaleString('en')} items. ${trouble.detail}`,
        extra: { code: trouble.code },
      },
    ],
  )
}

async function failStaged(
  tx: Tx,
  part: RunPart,
  trouble: Trouble,
): Promise<readonly { showId: number | null }[]> {
  const failed = await tx.execute<{ showId: number | null }>(sql`
    update run_entry set status = 'failed', code = ${trouble.code}, cause = ${trouble.code}, detail = ${trouble.detail},
      resolution = 'open', settled_at = now()
    where run_library_id = ${part.runLibraryId} and status = 'staged' returning show_id as "showId"`)
  await addToShows(
    tx,
    failed.map(({ showId }) => ({ showId, status: 'failed' as const })),
  )
  return failed
}
