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
 * The last minute of each run's curve, from its `batch.committed` events (each says how much of the run was settled
 * by then), one point per two seconds. Only the newest 1,000 events are looked at.
 */
export async function readPaces(db: Db | Tx, runIds: readonly number[]): Promise<Paces> {
  if (runIds.length === 0) return { nowMs: 0, of: new Map() }
  const rows = await db.execute<{ runId: number; atMs: number | null; settled: number; nowMs: number }>(sql`
    with slot as (
      select c.run_id, max(e.at) as at, max((e.extra->>'runSettled')::integer) as settled
      from run_cursor c join run_event e on e.run_id = c.run_id and e.seq > c.last_seq - 1000
      where c.run_id = any(${intArray(runIds)}) and e.type = 'batch.committed' and e.extra ? 'runSettled'
        and e.at > now() - interval '60 seconds'
      group by c.run_id, floor(extract(epoch from e.at) / 2)
    )
    select c.run_id as "runId", (extract(epoch from slot.at) * 1000)::float8 as "atMs", slot.settled,
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
