import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { hasEnded, type RunState } from '../../db/domain/run-state.ts'
import type { Ground } from './arena.ts'
import { makeMove } from './moves.ts'
import { patiently } from './patiently.ts'
import type { Scenario } from './scenario.ts'

/** Nothing changed for so long: it hangs. Longer than the queue's own pauses after a few failures. */
const HANG_MS = 45_000
const LOOK_MS = 80

interface RunRow {
  [key: string]: unknown
  id: number
  state: RunState
  /** Another run waits for a library that this one holds. */
  blocks: boolean
  /** Some of its libraries can't go on before another run lets go of them. */
  waits: boolean
  sign: string
}

/** Waits until every run has ended or is paused, doing with paused runs what the scenario says. Answers what hangs. */
export async function untilQuiet({ db, url }: Ground, paused: Scenario['paused']): Promise<string[]> {
  let sign = ''
  let sinceMs = performance.now()
  for (;;) {
    const rows = await patiently(() => db.execute<RunRow>(RUNS))
    const restless = rows.filter(
      (run) => !hasEnded(run.state) && !(run.state === 'paused' && paused === 'leave'),
    )
    const held = rows.find((run) => run.state === 'paused' && (paused !== 'leave' || run.blocks))
    if (held) {
      await patiently(() => makeMove(url, paused === 'cancel' ? 'cancel' : 'resume', held.id))
    } else if (restless.length === 0) {
      return patiently(() => untilIdle(db))
    }
    const now = JSON.stringify(rows.map((run) => [run.id, run.state, run.sign]))
    if (now !== sign) sinceMs = performance.now()
    else if (performance.now() - sinceMs > HANG_MS) return [`hangs: ${await describe(db)}`]
    sign = now
    await rest(LOOK_MS)
  }
}

/** Waits until no job is left and no lane is leased; what is left after a while is a fault. */
async function untilIdle(db: Db): Promise<string[]> {
  const untilMs = performance.now() + HANG_MS
  for (;;) {
    // A pool that no worker's row names any more is given a minute; here it has passed.
    await db.execute(sql`
      update graphile_worker._private_jobs j set locked_at = now() - interval '61 s'
      where locked_at > now() - interval '60 s' and not exists (select 1 from worker w where w.pool_id = j.locked_by)`)
    const [left] = await db.execute<{ jobs: number; lanes: number }>(sql`
      select (select count(*)::integer from graphile_worker._private_jobs
          where locked_by is not null or run_at <= now() + interval '1 s') as jobs,
        (select count(*)::integer from run_lane where worker_id is not null) as lanes`)
    if (left?.jobs === 0 && left.lanes === 0) return []
    if (performance.now() > untilMs) return [`left over: ${await describe(db)}`]
    await rest(LOOK_MS)
  }
}

const RUNS = sql`
  select c.run_id as id, c.state,
    (c.last_seq, c.found, c.open, c.created + c.updated + c.unchanged + c.skipped + c.failed)::text as sign,
    exists (select 1 from run_library h join run_library w on w.library_id = h.library_id and w.state = 'waiting'
      where h.run_id = c.run_id and h.holds) as blocks,
    exists (select 1 from run_library w where w.run_id = c.run_id and w.state = 'waiting') as waits
  from run_cursor c order by 1`

async function describe(db: Db): Promise<string> {
  const rows = {
    runs: await db.execute(
      sql`select run_id, state, attempt, found, open, unlocked, staging from run_cursor`,
    ),
    parts: await db.execute(sql`
      select id, run_id, library_id, state, holds, locked, found, open, floor, stalls from run_library where state not in ('finished', 'failed')`),
    lanes: await db.execute(sql`
      select n.run_library_id, n.lane, n.worker_id, w.id is not null as lives from run_lane n
      left join worker w on w.id = n.worker_id where n.worker_id is not null`),
    jobs: await db.execute(sql`
      select j.key, j.locked_by, j.attempts, j.run_at - now() as due, e.last_error from graphile_worker.jobs j
      join lateral (select last_error from graphile_worker._private_jobs p where p.id = j.id) e on true`),
    attempts: await db.execute(sql`select run_id, attempt, state, entries, settled from run_attempt`),
    workers: await db.execute(sql`select id, pool_id, pid from worker`),
  }
  return JSON.stringify(rows)
}
