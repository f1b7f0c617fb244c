import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { addIngest, addPrescan } from './jobs.ts'
import { intArray } from './sql-rows.ts'

/** How many of the parts that came back to life had been done, and how many of them list (again). */
export interface Reopened {
  done: number
  listing: number
}

/**
 * Parks what an ended run left unsettled, so that an attempt works on nothing but its own entries. A library
 * whose listing never reached its end lists again with `relist`, else it is locked at what was found.
 */
export async function parkParts(tx: Tx, runId: number, attempt: number, relist: boolean): Promise<void> {
  await tx.execute(
    relist
      ? sql`update run_library set floor = ${attempt}, open = 0, stalls = 0,
          locked = complete or library_id is null,
          code = case when complete then code end, detail = case when complete then detail end
          where run_id = ${runId}`
      : sql`update run_library set floor = ${attempt}, open = 0, stalls = 0, locked = true,
          code = case when locked then code else 'listing_incomplete' end,
          detail = case when locked then detail else 'The run was cancelled before the listing had reached its end.' end
          where run_id = ${runId}`,
  )
}

/**
 * Takes parts up again that have ended: each holds its library, or waits its turn as a run does. With `relist`
 * also those whose listing is not complete.
 */
export async function reopenParts(
  tx: Tx,
  runId: number,
  runLibraryIds: readonly number[],
  relist: boolean,
): Promise<Reopened> {
  const parts = await tx.execute<{ id: number; locked: boolean; wasDone: boolean }>(sql`
    with free as (
      select l.id, l.state in ('finished', 'failed') as was_done,
        not exists (select 1 from run_library h where h.library_id = l.library_id and h.holds) as is_free
      from run_library l
      where l.run_id = ${runId} and not l.holds and l.library_id is not null and l.state <> 'waiting'
        and (l.id = any(${intArray(runLibraryIds)}) or (${relist} and not l.locked))
    )
    update run_library l set ended_at = null, holds = free.is_free,
      state = case when not free.is_free then 'waiting' when l.locked then 'ingesting' else 'listing' end
    from free where l.id = free.id returning l.id, l.locked, free.was_done as "wasDone"`)
  return {
    done: parts.filter((part) => part.wasDone).length,
    listing: parts.filter((part) => !part.locked).length,
  }
}

/** Adds the jobs of one part that holds its library: its listing, and the lanes with staged entries. */
export async function kickPart(tx: Tx, runLibraryId: number): Promise<void> {
  const [part] = await tx.execute<{ locked: boolean }>(sql`
    select locked from run_library where id = ${runLibraryId} and holds`)
  if (!part) return
  const lanes = await tx.execute<{ lane: number }>(sql`
    select distinct e.lane from run_entry e join run_library l on l.id = e.run_library_id
    where l.id = ${runLibraryId} and e.status = 'staged' and e.attempt >= l.floor order by e.lane`)
  if (!part.locked) await addPrescan(tx, runLibraryId)
  await addIngest(
    tx,
    runLibraryId,
    lanes.map((row) => row.lane),
  )
}
