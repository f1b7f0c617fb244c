import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'

/** First key of the advisory locks that living workers hold; the second is the worker's id. */
export const WORKER_LOCK = 77

/** A worker as the console shows it. */
export interface WorkerView {
  workerId: number
  host: string
  pid: number
  version: string
  startedAt: string
  /** What its lanes are doing: "Kids TV: Bluey S01E02". */
  doing: string[]
}

/** The workers that are alive: those whose advisory lock somebody holds. */
export async function listWorkers(db: Db): Promise<WorkerView[]> {
  const rows = await db.execute<WorkerView & { [key: string]: unknown }>(sql`
    select w.id as "workerId", w.host, w.pid, w.version, w.started_at as "startedAt",
      coalesce((select array_agg(rl.title || coalesce(': ' || n.label, '') order by rl.id)
        from run_lane n join run_library rl on rl.id = n.run_library_id where n.worker_id = w.id), '{}') as doing
    from worker w where exists (
      select 1 from pg_locks k where k.locktype = 'advisory' and k.classid = ${WORKER_LOCK} and k.objid = w.id
        and k.granted and k.database = (select oid from pg_database where datname = current_database()))
    order by w.id`)
  return rows.map((row) => ({ ...row, startedAt: new Date(row.startedAt).toISOString() }))
}

/** Remembers which graphile pool a worker runs, so that its jobs can be freed when it dies. */
export async function notePool(db: Db, workerId: number, poolId: string): Promise<void> {
  await db.execute(sql`update worker set pool_id = ${poolId} where id = ${workerId}`)
}

/** Forgets a worker that ends in order. */
export async function removeWorker(db: Db, workerId: number): Promise<void> {
  await db.execute(sql`delete from worker where id = ${workerId}`)
}
