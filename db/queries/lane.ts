import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import { cleanText } from '../domain/clean-text.ts'
import type { Json } from '../domain/json.ts'
import type { MediaKind } from '../domain/media.ts'
import type { RunState } from '../domain/run-state.ts'
import type { RunOptions } from '../schema/run.ts'
import { addJob } from './jobs.ts'
import { RUN_CHANNEL } from './ledger.ts'

/** The lane of a library's listing; 0 and up are its ingest loops. */
export const LISTING = -1

/** A lease on a lane: it is ours as long as the row has our worker and this epoch. */
export interface Lease {
  runLibraryId: number
  lane: number
  workerId: number
  epoch: number
}

/** Thrown when the lease was taken away (the worker was thought dead, or a person forced it): roll back, leave. */
export class LeaseLost extends Error {
  constructor(lease: Lease) {
    super(`lane ${lease.lane} of run library ${lease.runLibraryId} is no longer ours`)
    this.name = 'LeaseLost'
  }
}

/** The part of a run that a task works on, with all it needs to open the source. */
export interface RunPart {
  runId: number
  runLibraryId: number
  state: RunState
  locked: boolean
  libraryId: number
  title: string
  mediaKind: MediaKind
  lanes: number
  libraryConfig: Json
  sourceId: number
  sourceKind: string
  sourceName: string
  sourceConfig: Json
  sourceSecret: string | null
  mode: 'full' | 'incremental'
  dryRun: boolean
  options: RunOptions
}

/** The part, or null when it, its library or its source is gone, or it has ended. */
export async function findPart(db: Db | Tx, runLibraryId: number): Promise<RunPart | null> {
  const rows = await db.execute<RunPart & { [key: string]: unknown }>(sql`
    select rl.run_id as "runId", rl.id as "runLibraryId", c.state, rl.locked, l.id as "libraryId", rl.title,
      rl.media_kind as "mediaKind", rl.lanes, l.config as "libraryConfig", s.id as "sourceId",
      s.kind as "sourceKind", s.name as "sourceName", s.config as "sourceConfig", s.secret as "sourceSecret",
      r.mode, r.dry_run as "dryRun", r.options
    from run_library rl join run r on r.id = rl.run_id join run_cursor c on c.run_id = r.id
      join library l on l.id = rl.library_id join source s on s.id = l.source_id
    where rl.id = ${runLibraryId} and rl.holds`)
  return rows[0] ?? null
}

/** Takes the lane by compare-and-set; null when somebody has it. A job's key alone does not keep two apart. */
export async function takeLane(
  db: Db,
  lane: { runLibraryId: number; lane: number; workerId: number },
): Promise<Lease | null> {
  const rows = await db.execute<{ epoch: number }>(sql`
    update run_lane set worker_id = ${lane.workerId}, epoch = epoch + 1, since = now()
    where run_library_id = ${lane.runLibraryId} and lane = ${lane.lane} and worker_id is null returning epoch`)
  const row = rows[0]
  return row ? { ...lane, epoch: row.epoch } : null
}

/**
 * Throws `LeaseLost` unless the lane is still ours. Who revokes a lease holds the run library's row while doing so:
 * asked under that row's lock the answer holds until the commit, asked before it only saves the work.
 */
export async function checkLease(tx: Tx, lease: Lease): Promise<void> {
  const rows = await tx.execute(sql`
    select 1 from run_lane where run_library_id = ${lease.runLibraryId} and lane = ${lease.lane}
      and worker_id = ${lease.workerId} and epoch = ${lease.epoch}`)
  if (rows.length === 0) throw new LeaseLost(lease)
}

/** Gives the lane back; harmless when it is no longer ours. */
export async function freeLane(tx: Db | Tx, lease: Lease): Promise<void> {
  await tx.execute(sql`
    update run_lane set worker_id = null, label = null, show_title = null, phase = null, bytes_done = null,
      bytes_total = null, since = null
    where run_library_id = ${lease.runLibraryId} and lane = ${lease.lane} and worker_id = ${lease.workerId}
      and epoch = ${lease.epoch}`)
}

/**
 * Gives the lane back if nothing in it is due. The run library's row is locked first, as prescan batches lock it
 * too: one of the two always sees the other, so no staged row is left without a lane. Entries that the engine
 * tries again later get a job for then.
 */
export async function releaseIfEmpty(tx: Tx, lease: Lease): Promise<boolean> {
  await tx.execute(sql`select 1 from run_library where id = ${lease.runLibraryId} for update`)
  const [staged] = await tx.execute<{ isDue: boolean | null; next: string | null }>(sql`
    select bool_or(e.due_at is null or e.due_at <= now()) as "isDue", min(e.due_at) as next
    from run_entry e join run_library l on l.id = e.run_library_id
    where e.run_library_id = ${lease.runLibraryId} and e.lane = ${lease.lane} and e.status = 'staged'
      and e.attempt >= l.floor`)
  if (staged?.isDue) return false
  await freeLane(tx, lease)
  if (staged?.next) {
    const { runLibraryId, lane } = lease
    await addJob(tx, 'ingest', { runLibraryId, lane }, `ingest:${runLibraryId}:${lane}`, staged.next)
  }
  return true
}

/** Says what the lane is doing now, with its own nudge; never an event. Callers keep it to once a second. */
export async function sayNow(
  db: Db,
  lease: Lease,
  runId: number,
  now: { label: string; show: string | null; phase: string },
): Promise<void> {
  await db.execute(sql`
    with said as (
      update run_lane set label = ${cleanText(now.label, 300)}, show_title = ${now.show && cleanText(now.show, 300)},
        phase = ${now.phase}, since = now()
      where run_library_id = ${lease.runLibraryId} and lane = ${lease.lane} and worker_id = ${lease.workerId}
        and epoch = ${lease.epoch} returning 1
    )
    select pg_notify(${RUN_CHANNEL}, ${String(runId)}) from said`)
}
