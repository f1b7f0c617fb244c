import { asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import type { AttemptView } from '../../domain/run-view.ts'
import { runAttempt } from '../../schema/run-attempt.ts'
import { isoTime } from './iso-time.ts'

/** The further attempts of a run, in their order. The first pass is the run itself and not among them. */
export async function readAttempts(db: Db | Tx, runId: number): Promise<AttemptView[]> {
  const rows = await db
    .select({
      attempt: runAttempt.attempt,
      isRemaining: sql<boolean>`filter -> 'filter' -> 'status' = '["staged"]'::jsonb`,
      startedByName: runAttempt.startedByName,
      at: runAttempt.at,
      entries: runAttempt.entries,
      settled: runAttempt.settled,
      fixed: runAttempt.fixed,
      state: runAttempt.state,
    })
    .from(runAttempt)
    .where(eq(runAttempt.runId, runId))
    .orderBy(asc(runAttempt.attempt))
  return rows.map((row) => ({ ...row, at: isoTime(row.at) }))
}
