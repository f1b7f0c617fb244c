import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { DraftEvent, RunEventType } from '../domain/run-event.ts'
import {
  FORCE_AFTER_SECONDS,
  type RunMove,
  type RunState,
  stateAfter,
  statesThatMay,
} from '../domain/run-state.ts'
import { closeIfDone } from './close-run.ts'
import { moveCursor, RunFenced, writeFacts } from './ledger.ts'
import { releaseHold } from './library-part.ts'
import { kickPart } from './reopen-run.ts'

export { FORCE_AFTER_SECONDS }

/** Who asks, by name: it stands in the event. */
export interface Actor {
  id: string
  name: string
}

/** A move that the run's state does not allow, with the sentence that says so. Nothing was written. */
export class MoveRefused extends Error {
  readonly state: RunState

  constructor(runId: number, move: RunMove | 'force stop', state: RunState, why?: string) {
    super(why ?? `Run #${runId} is ${state}: there is nothing to ${move}.`)
    this.name = 'MoveRefused'
    this.state = state
  }
}

/** Asks a run to pause. It is paused at once when no lane is at work, else after the batches in flight. */
export async function pauseRun(tx: Tx, runId: number, actor: Actor): Promise<RunState> {
  return askToStop(tx, runId, actor, 'pause')
}

/** Asks a run to cancel. Committed items stay; what is not settled stays unsettled. */
export async function cancelRun(tx: Tx, runId: number, actor: Actor): Promise<RunState> {
  return askToStop(tx, runId, actor, 'cancel')
}

async function askToStop(tx: Tx, runId: number, actor: Actor, move: 'pause' | 'cancel'): Promise<RunState> {
  await lockParts(tx, runId)
  const state = await stateOf(tx, runId)
  const next = stateAfter(state, move)
  if (!next) throw new MoveRefused(runId, move, state)
  await moveCursor(tx, runId, statesThatMay(move), {})
  await writeFacts(tx, runId, [], { state: next })
  return (await stopIfIdle(tx, runId, actor)) ?? next
}

/**
 * Makes the second step of a pause or a cancel when no lane of the run is leased any more; null when there is
 * nothing to do yet. Locks the run's libraries first, as every other transaction does.
 */
export async function stopIfIdle(tx: Tx, runId: number, actor?: Actor): Promise<RunState | null> {
  // Mostly there is nothing to do: look before locking. Who asks later sees the lane that we gave back.
  const stopping = await tx.execute(sql`
    select 1 from run_cursor where run_id = ${runId} and state in ('pausing', 'cancelling')`)
  if (stopping.length === 0) return null
  await lockParts(tx, runId)
  const state = await stateOf(tx, runId)
  if (state !== 'pausing' && state !== 'cancelling') return null
  const leased = await tx.execute(sql`
    select 1 from run_lane n join run_library l on l.id = n.run_library_id
    where l.run_id = ${runId} and n.worker_id is not null limit 1`)
  if (leased.length > 0) return null
  const cursor = await moveCursor(tx, runId, [state], {})
  const closing = await closeIfDone(tx, cursor)
  if (closing) {
    await writeFacts(tx, runId, closing.events, closing.move)
    return closing.move.state ?? null
  }
  const by = actor ? ` by ${actor.name}` : ''
  if (state === 'pausing') {
    await writeFacts(tx, runId, [note('run.paused', `Paused${by}`)], { state: 'paused' })
    return 'paused'
  }
  const released = await cancelParts(tx, runId)
  await tx.execute(sql`
    update run_attempt set state = 'stopped', ended_at = now() where run_id = ${runId} and state <> 'finished'`)
  await tx.execute(sql`update run_cursor set staging = 0 where run_id = ${runId}`)
  const left = cursor.open.toLocaleString('en')
  const message = `Cancelled${by}: ${left} of ${cursor.found.toLocaleString('en')} were not ingested`
  await writeFacts(tx, runId, [note('run.cancelled', message, 'warn')], { state: 'cancelled', ended: true })
  for (const id of released.sort((a, b) => a - b)) await kickPart(tx, id)
  return 'cancelled'
}

/** Lets a paused (or pausing) run go on: jobs for every library that lists or has staged entries. */
export async function resumeRun(tx: Tx, runId: number, actor: Actor): Promise<RunState> {
  await lockParts(tx, runId)
  const state = await stateOf(tx, runId)
  if (!stateAfter(state, 'resume')) throw new MoveRefused(runId, 'resume', state)
  await moveCursor(tx, runId, [state], {})
  await writeFacts(tx, runId, [note('run.resumed', `Resumed by ${actor.name}`)], {
    state: 'running',
    started: true,
  })
  await kickRun(tx, runId)
  return 'running'
}

/** Takes the leases away from lanes that do not stop by themselves; what they still write is refused. */
export async function forceStop(tx: Tx, runId: number, actor: Actor): Promise<RunState> {
  await lockParts(tx, runId)
  const [row] = await tx.execute<{ state: RunState; seconds: number }>(sql`
    select state, extract(epoch from now() - state_at)::float8 as seconds from run_cursor
    where run_id = ${runId} for update`)
  if (!row || (row.state !== 'pausing' && row.state !== 'cancelling')) {
    throw new MoveRefused(runId, 'force stop', row?.state ?? 'finished')
  }
  if (row.seconds < FORCE_AFTER_SECONDS) {
    const wait = Math.ceil(FORCE_AFTER_SECONDS - row.seconds)
    throw new MoveRefused(
      runId,
      'force stop',
      row.state,
      `Run #${runId} still has ${wait} s to stop by itself.`,
    )
  }
  await tx.execute(sql`
    update run_lane n set worker_id = null, epoch = epoch + 1, label = null, show_title = null, phase = null,
      bytes_done = null, bytes_total = null, since = null
    from run_library l where l.id = n.run_library_id and l.run_id = ${runId} and n.worker_id is not null`)
  return (await stopIfIdle(tx, runId, actor)) ?? row.state
}

/** Adds the jobs of every library of a run that lists or has staged entries. */
export async function kickRun(tx: Tx, runId: number): Promise<void> {
  const parts = await tx.execute<{ id: number }>(sql`
    select id from run_library where run_id = ${runId} and holds order by id`)
  for (const { id } of parts) await kickPart(tx, id)
}

/** Locks the libraries' rows of a run in order: always before its hot row. */
export async function lockParts(tx: Tx, runId: number): Promise<void> {
  await tx.execute(sql`select 1 from run_library where run_id = ${runId} order by id for update`)
}

/** The run's state under its lock. Throws `RunFenced` when the run is gone. */
export async function stateOf(tx: Tx, runId: number): Promise<RunState> {
  const rows = await tx.execute<{ state: RunState }>(sql`
    select state from run_cursor where run_id = ${runId} for update`)
  const row = rows[0]
  if (!row) throw new RunFenced(runId)
  return row.state
}

async function cancelParts(tx: Tx, runId: number): Promise<number[]> {
  const ended = await tx.execute<{ libraryId: number | null }>(sql`
    with held as (select id, holds from run_library where run_id = ${runId} and state in ('waiting', 'listing', 'ingesting'))
    update run_library l set state = 'cancelled', holds = false, ended_at = now() from held
    where l.id = held.id returning case when held.holds then l.library_id end as "libraryId"`)
  const released: number[] = []
  for (const { libraryId } of ended) {
    const next = libraryId === null ? null : await releaseHold(tx, libraryId)
    if (next !== null) released.push(next)
  }
  return released
}

/** An event about the whole run. */
export function note(type: RunEventType, message: string, level: DraftEvent['level'] = 'info'): DraftEvent {
  return { type, level, phase: 'overall', scope: {}, message }
}
