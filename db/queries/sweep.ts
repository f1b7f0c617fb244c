import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import { stopIfIdle } from './control-run.ts'
import { handOverHolds } from './hand-over.ts'
import { addIngest, addJob, addPrescan } from './jobs.ts'
import { intArray, textArray } from './sql-rows.ts'
import { WORKER_LOCK } from './worker.ts'

/** What a sweep mended. */
export interface Swept {
  deadWorkers: number
  freedJobs: number
  readded: number
}

/** How long a graphile pool that no worker row knows may keep its jobs locked, in seconds. */
const UNKNOWN_POOL_SECONDS = 60

/**
 * Makes the queue follow the rows: frees what dead workers held, then re-adds the job of every library that is
 * unlocked, or has staged rows, in a lane that nobody leases, and of every attempt that is being filled. Any worker may run it at any time, side by side.
 */
export async function sweep(db: Db): Promise<Swept> {
  const dead = await db.transaction((tx) => buryWorkers(tx))
  await stopIdleRuns(db)
  await handOverHolds(db)
  const readded = await db.transaction((tx) => readdJobs(tx))
  return { ...dead, readded }
}

async function buryWorkers(tx: Tx): Promise<{ deadWorkers: number; freedJobs: number }> {
  // Who can take a worker's lock knows that it is dead: the lock goes with its connection.
  const dead = await tx.execute<{ id: number; poolId: string | null }>(sql`
    select id, pool_id as "poolId" from worker
    where pg_try_advisory_xact_lock(${WORKER_LOCK}, id) order by id for update skip locked`)
  const known = await tx.execute<{ id: string }>(sql`
    select distinct locked_by as id from graphile_worker._private_jobs
    where locked_by is not null and locked_at < now() - make_interval(secs => ${UNKNOWN_POOL_SECONDS})
      and not exists (select 1 from worker w where w.pool_id = locked_by)`)
  const pools = [...dead.flatMap((row) => row.poolId ?? []), ...known.map((row) => row.id)]
  const freed = await freeJobs(tx, pools)
  const ids = dead.map((row) => row.id)
  await revokeLanes(tx, ids)
  if (ids.length > 0) await tx.execute(sql`delete from worker where id = any(${intArray(ids)})`)
  return { deadWorkers: dead.length, freedJobs: freed }
}

/**
 * Takes the lanes from dead workers, and from those that no row knows any more: a worker whose sign of life was
 * cut may take a lane in the moment between its burial and its end.
 */
async function revokeLanes(tx: Tx, deadIds: readonly number[]): Promise<void> {
  const dead = sql`select run_library_id from run_lane n where n.worker_id is not null
    and (n.worker_id = any(${intArray(deadIds)}) or not exists (select 1 from worker w where w.id = n.worker_id))`
  // The libraries' rows first and in order, as everybody who revokes a lease does.
  const parts = await tx.execute<{ id: number }>(sql`
    select id from run_library where id in (${dead}) order by id for update`)
  if (parts.length === 0) return
  const ids = intArray(parts.map((row) => row.id))
  // A library whose workers keep dying without any progress is ended by `abandonStalled`.
  await tx.execute(sql`update run_library set stalls = stalls + 1 where id = any(${ids})`)
  await tx.execute(sql`
    update run_lane n set worker_id = null, epoch = epoch + 1, label = null, show_title = null, phase = null,
      bytes_done = null, bytes_total = null, since = null
    where run_library_id = any(${ids}) and n.worker_id is not null
      and (n.worker_id = any(${intArray(deadIds)}) or not exists (select 1 from worker w where w.id = n.worker_id))`)
}

async function freeJobs(tx: Tx, pools: readonly string[]): Promise<number> {
  if (pools.length === 0) return 0
  // A job whose key was taken from it while locked has a successor: it is dead for good, so it goes.
  await tx.execute(sql`
    delete from graphile_worker._private_jobs where locked_by = any(${textArray(pools)}) and key is null`)
  const freed = await tx.execute(sql`
    update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now(), attempts = 0
    where locked_by = any(${textArray(pools)}) returning 1`)
  // Unlocking by hand wakes nobody: say that there are jobs.
  if (freed.length > 0) await tx.execute(sql`select pg_notify('jobs:insert', '{"r":"0.1","count":1}')`)
  return freed.length
}

/** The second step of pauses and cancels whose last lane died before it could make it. */
async function stopIdleRuns(db: Db): Promise<void> {
  const rows = await db.execute<{ id: number }>(sql`
    select run_id as id from run_cursor where state in ('pausing', 'cancelling') order by run_id`)
  for (const { id } of rows) await db.transaction((tx) => stopIfIdle(tx, id))
}

async function readdJobs(tx: Tx): Promise<number> {
  const listings = await tx.execute<{ id: number }>(sql`
    select rl.id from run_library rl join run_cursor c on c.run_id = rl.run_id
      join run_lane n on n.run_library_id = rl.id and n.lane = -1
    where rl.holds and not rl.locked and c.state in ('queued', 'running') and n.worker_id is null
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'prescan:' || rl.id
        and (j.locked_at is null and j.attempts < j.max_attempts))
    order by rl.id`)
  const lanes = await tx.execute<{ id: number; lane: number }>(sql`
    select rl.id, n.lane from run_library rl join run_cursor c on c.run_id = rl.run_id
      join run_lane n on n.run_library_id = rl.id and n.lane >= 0
    where rl.holds and rl.open > 0 and c.state = 'running' and n.worker_id is null
      and exists (select 1 from run_entry e where e.run_library_id = rl.id and e.lane = n.lane and e.status = 'staged'
        and e.attempt >= rl.floor)
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'ingest:' || rl.id || ':' || n.lane
        and (j.locked_at is null and j.attempts < j.max_attempts))
    order by rl.id, n.lane`)
  const attempts = await tx.execute<{ runId: number; attempt: number }>(sql`
    select a.run_id as "runId", a.attempt from run_attempt a join run_cursor c on c.run_id = a.run_id
    where a.state = 'staging' and c.state in ('queued', 'running', 'paused')
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'stage:' || a.run_id || ':' || a.attempt
        and j.attempts < j.max_attempts)
    order by a.run_id, a.attempt`)
  for (const { id } of listings) await addPrescan(tx, id)
  for (const { id, lane } of lanes) await addIngest(tx, id, [lane])
  for (const { runId, attempt } of attempts) {
    await addJob(tx, 'stage_attempt', { runId, attempt }, `stage:${runId}:${attempt}`)
  }
  return listings.length + lanes.length + attempts.length
}
