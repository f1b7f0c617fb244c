import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import type { PacePoint } from '../../domain/progress.ts'
import { intArray } from '../sql-rows.ts'

/** How fast runs have been lately: the points of each, and the database's clock at the time of reading. */
export interface Paces {
  nowMs: number
  of: Map<number, PacePoint[]>
}

/**
 * The last minute of each run's curve, from its `batch.committed` events, one point per two seconds: closer
 * points would let the first pair, however odd, decide the average. The points count from the window's start.
 * Only the newest 1,000 events are looked at.
 */
export async function readPaces(db: Db | Tx, runIds: readonly number[]): Promise<Paces> {
  if (runIds.length === 0) return { nowMs: 0, of: new Map() }
  // A batch's event carries its library's total, so what it added is the step from that library's event before.
  const rows = await db.execute<{ runId: number; atMs: number | null; settled: number; nowMs: number }>(sql`
    with batch as (
      select c.run_id, e.at, e.seq, (e.scope->>'libraryId')::integer as library_id,
        (e.progress->>'current')::integer as settled
      from run_cursor c join run_event e on e.run_id = c.run_id and e.seq > c.last_seq - 1000
      where c.run_id = any(${intArray(runIds)}) and e.type = 'batch.committed'
        and e.at > now() - interval '60 seconds'
    ), step as (
      select b.run_id, b.at, b.settled - coalesce(
        lag(b.settled) over (partition by b.run_id, b.library_id order by b.seq),
        case when rl.started_at > now() - interval '60 seconds' then 0 else b.settled end) as settled
      from batch b left join run_library rl on rl.run_id = b.run_id and rl.library_id = b.library_id
    ), slot as (
      select run_id, max(at) as at, sum(settled) as settled
      from step group by run_id, floor(extract(epoch from at) / 2)
    )
    select c.run_id as "runId", (extract(epoch from slot.at) * 1000)::float8 as "atMs",
      (sum(slot.settled) over (partition by c.run_id order by slot.at))::integer as settled,
      (extract(epoch from now()) * 1000)::float8 as "nowMs"
    from run_cursor c left join slot on slot.run_id = c.run_id
    where c.run_id = any(${intArray(runIds)}) order by c.run_id, slot.at`)
  const of = new Map<number, PacePoint[]>()
  for (const { runId, atMs, settled } of rows) {
    const points = of.get(runId) ?? []
    if (atMs !== null) points.push({ atMs, settled })
    of.set(runId, points)
  }
  return { nowMs: rows[0]?.nowMs ?? 0, of }
}
