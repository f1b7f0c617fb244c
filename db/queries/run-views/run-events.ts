import { and, asc, desc, eq, gt, ilike, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '../../connect.ts'
import { EVENT_LEVELS, EVENT_PHASES, RUN_EVENT_TYPES, type RunEvent } from '../../domain/run-event.ts'
import { runEvent } from '../../schema/run-event.ts'
import { zIdOrMany, zOneOrMany, zText } from './filter-values.ts'
import { isoTime } from './iso-time.ts'
import { containsPattern } from './like-pattern.ts'

/** What a run's events may be narrowed by; each a value or a list. */
export const zEventFilter = z.strictObject({
  level: zOneOrMany('level', EVENT_LEVELS),
  phase: zOneOrMany('phase', EVENT_PHASES),
  type: zOneOrMany('type', RUN_EVENT_TYPES),
  libraryId: zIdOrMany('libraryId'),
  q: zText,
})
export type EventFilter = z.output<typeof zEventFilter>

/**
 * Events of a run, always oldest first: the first `limit` after `afterSeq`, else the last `limit` before
 * `beforeSeq`, else the newest.
 */
export async function listEvents(
  db: Db | Tx,
  {
    runId,
    afterSeq,
    beforeSeq,
    filter = {},
    limit,
  }: {
    runId: number
    afterSeq?: number
    beforeSeq?: number
    filter?: EventFilter
    limit: number
  },
): Promise<RunEvent[]> {
  const forward = afterSeq !== undefined
  const rows = await db
    .select()
    .from(runEvent)
    .where(
      and(
        eq(runEvent.runId, runId),
        forward ? gt(runEvent.seq, afterSeq) : undefined,
        beforeSeq === undefined ? undefined : lt(runEvent.seq, beforeSeq),
        filter.level && inArray(runEvent.level, filter.level),
        filter.phase && inArray(runEvent.phase, filter.phase),
        filter.type && inArray(runEvent.type, filter.type),
        filter.libraryId && inArray(sql`(${runEvent.scope}->>'libraryId')::integer`, filter.libraryId),
        filter.q ? ilike(runEvent.message, containsPattern(filter.q)) : undefined,
      ),
    )
    .orderBy(forward ? asc(runEvent.seq) : desc(runEvent.seq))
    .limit(limit)
  const events = rows.map(eventOf)
  return forward ? events : events.toReversed()
}

function eventOf(row: typeof runEvent.$inferSelect): RunEvent {
  const { runId, seq, at, type, level, phase, scope, progress, message, extra } = row
  return {
    runId,
    seq,
    at: isoTime(at),
    type,
    level,
    phase,
    scope,
    ...(progress && { progress }),
    message,
    ...(extra && { extra }),
  }
}
