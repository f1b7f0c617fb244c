import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { settledOf } from '../domain/counts.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import { stateAfter } from '../domain/run-state.ts'
import type { CursorMove, RunCursor } from './ledger.ts'

/** How a run closes, when it does: the move of its hot row and the events that say so. */
export interface Closing {
  move: CursorMove
  events: DraftEvent[]
}

/**
 * Closes the run if nothing is left: no staged entry, no library still listing, no attempt being filled.
 * Called under the hot row's lock by everything that may have finished the last of these.
 */
export async function closeIfDone(tx: Tx, cursor: RunCursor): Promise<Closing | null> {
  if (cursor.open > 0 || cursor.unlocked > 0 || cursor.staging > 0) return null
  if (!stateAfter(cursor.state, 'finish')) return null
  const rows = await tx.execute<{ broken: number; listed: number; detail: string | null }>(sql`
    select count(*) filter (where code is not null)::integer as broken,
      count(*) filter (where code is null or found > 0)::integer as listed,
      (array_agg(detail order by position) filter (where code is not null))[1] as detail
    from run_library where run_id = ${cursor.runId}`)
  const { broken = 0, listed = 0, detail = null } = rows[0] ?? {}
  if (listed === 0 && broken > 0) {
    return {
      move: { state: 'failed', outcome: null, ended: true },
      events: [done('run.failed', 'error', detail ?? 'No library could be listed.', cursor)],
    }
  }
  // Entries that a cancelled run left unsettled are still not settled when an attempt over others has ended.
  const isPartial = broken > 0 || cursor.failed > 0 || settledOf(cursor) < cursor.found
  const message = isPartial
    ? `Finished with ${cursor.failed.toLocaleString('en')} failed of ${cursor.found.toLocaleString('en')}`
    : `Finished: ${cursor.found.toLocaleString('en')} items`
  return {
    move: { state: 'finished', outcome: isPartial ? 'partial' : 'succeeded', ended: true },
    events: [done('run.finished', isPartial ? 'warn' : 'info', message, cursor)],
  }
}

function done(
  type: 'run.finished' | 'run.failed',
  level: DraftEvent['level'],
  message: string,
  cursor: RunCursor,
): DraftEvent {
  return {
    type,
    level,
    phase: 'done',
    scope: {},
    progress: { current: settledOf(cursor), total: cursor.found },
    message,
  }
}
