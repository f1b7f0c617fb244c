import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { cleanJson, cleanText } from '../domain/clean-text.ts'
import { COUNT_KINDS, type Counts } from '../domain/counts.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import type { RunOutcome, RunState } from '../domain/run-state.ts'
import { jsonText, rowsOf, textArray } from './sql-rows.ts'

/** The channel that wakes live feeds. The payload is the run's id and nothing else: a nudge, not a fact. */
export const RUN_CHANNEL = 'marquee_run'

/** The hot row of a run, as read under its lock. */
export interface RunCursor extends Counts {
  runId: number
  state: RunState
  attempt: number
  found: number
  lastSeq: number
  open: number
  unlocked: number
  staging: number
  librariesDone: number
  librariesTotal: number
}

/** What one transaction adds to the hot row; everything absent is nothing. */
export interface CursorDelta {
  counts?: Counts
  found?: number
  open?: number
  unlocked?: number
  staging?: number
  librariesDone?: number
}

/** Thrown when the run is no longer in a state that lets this be written: the transaction must roll back. */
export class RunFenced extends Error {
  constructor(runId: number) {
    super(`run ${runId} no longer takes this`)
    this.name = 'RunFenced'
  }
}

/**
 * Adds to the run's hot row and keeps it locked until the commit: always the last row that a transaction
 * locks. Throws `RunFenced` when the run is in none of the states `allowed`.
 */
export async function moveCursor(
  tx: Tx,
  runId: number,
  allowed: readonly RunState[],
  delta: CursorDelta,
): Promise<RunCursor> {
  const counts = sql.join(
    COUNT_KINDS.map(
      (kind) => sql`${sql.raw(kind)} = ${sql.raw(kind)} + ${delta.counts?.[kind] ?? 0}::integer`,
    ),
    sql`, `,
  )
  const rows = await tx.execute<RunCursor & { [key: string]: unknown }>(sql`
    update run_cursor set ${counts},
      found = found + ${delta.found ?? 0}::integer,
      open = open + ${delta.open ?? 0}::integer,
      unlocked = unlocked + ${delta.unlocked ?? 0}::integer,
      staging = staging + ${delta.staging ?? 0}::integer,
      libraries_done = libraries_done + ${delta.librariesDone ?? 0}::integer
    where run_id = ${runId} and state = any(${textArray(allowed)})
    returning run_id as "runId", state, attempt, found, last_seq as "lastSeq", open, unlocked, staging,
      libraries_done as "librariesDone", libraries_total as "librariesTotal",
      created, updated, unchanged, skipped, failed, retrying`)
  const cursor = rows[0]
  if (!cursor) throw new RunFenced(runId)
  return cursor
}

/** Where a run goes at the end of a transaction; absent: it stays where it is. */
export interface CursorMove {
  state?: RunState
  outcome?: RunOutcome | null
  started?: boolean
  locked?: boolean
  ended?: boolean
}

/**
 * Numbers the events under the hot row's lock (so that they are gap-free and in commit order), makes the
 * state's move, and nudges. Call it once, at the end of a transaction that called `moveCursor`.
 */
export async function writeFacts(
  tx: Tx,
  runId: number,
  events: readonly DraftEvent[],
  move: CursorMove = {},
): Promise<void> {
  const values = rowsOf(events, {
    type: ['text', (e) => e.type],
    level: ['text', (e) => e.level],
    phase: ['text', (e) => e.phase],
    scope: ['text', (e) => jsonText(cleanJson(e.scope))],
    progress: ['text', (e) => jsonText(e.progress)],
    message: ['text', (e) => cleanText(e.message, 1000)],
    extra: ['text', (e) => jsonText(e.extra && cleanJson(e.extra))],
  })
  await tx.execute(sql`
    with moved as (
      update run_cursor set last_seq = last_seq + ${events.length}::integer,
        state = coalesce(${move.state ?? null}::text, state),
        state_at = case when ${move.state !== undefined}::boolean then now() else state_at end,
        outcome = case when ${move.outcome !== undefined}::boolean then ${move.outcome ?? null}::text else outcome end,
        started_at = case when ${move.started ?? false}::boolean then coalesce(started_at, now()) else started_at end,
        locked_at = case when ${move.locked ?? false}::boolean then now() else locked_at end,
        ended_at = case when ${move.ended ?? false}::boolean then now() when ${move.state === 'running'}::boolean then null else ended_at end
      where run_id = ${runId} returning last_seq
    ), written as (
      insert into run_event (run_id, seq, type, level, phase, scope, progress, message, extra)
      select ${runId}::integer, moved.last_seq - ${events.length}::integer + v.ord, v.type, v.level, v.phase,
        v.scope::jsonb, v.progress::jsonb, v.message, v.extra::jsonb
      from moved, ${values}
    )
    select pg_notify(${RUN_CHANNEL}, ${String(runId)})`)
}
