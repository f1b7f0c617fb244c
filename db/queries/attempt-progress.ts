import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { SettledStatus } from '../domain/outcome.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import { rowsOf } from './sql-rows.ts'

/** The columns by which an attempt is known to be over. */
interface AttemptRow {
  attempt: number
  entries: number
  settled: number
  fixed: number
}

/**
 * Adds settled entries to their attempts' own bars and ends an attempt that is complete; the first attempt is
 * the run itself and has no row. Answers the events to write.
 */
export async function addToAttempts(
  tx: Tx,
  runId: number,
  settled: readonly { entry: { attempt: number }; outcome: { status: SettledStatus } }[],
): Promise<DraftEvent[]> {
  const byAttempt = Map.groupBy(settled, (one) => one.entry.attempt)
  byAttempt.delete(1)
  if (byAttempt.size === 0) return []
  const values = rowsOf([...byAttempt], {
    attempt: ['smallint', ([attempt]) => attempt],
    settled: ['integer', ([, ones]) => ones.length],
    fixed: ['integer', ([, ones]) => ones.filter((one) => one.outcome.status !== 'failed').length],
  })
  await tx.execute(sql`
    update run_attempt a set settled = a.settled + v.settled, fixed = a.fixed + v.fixed from ${values}
    where a.run_id = ${runId} and a.attempt = v.attempt`)
  return endAttempts(tx, runId)
}

/**
 * Ends the attempts that are filled and settled to the last entry, unless a listing that belongs to them may still
 * find more; answers the events that say so.
 */
export async function endAttempts(tx: Tx, runId: number): Promise<DraftEvent[]> {
  const rows = await tx.execute<AttemptRow & { [key: string]: unknown }>(sql`
    update run_attempt set state = 'finished', ended_at = now()
    where run_id = ${runId} and state = 'running' and settled = entries and not exists (
      select 1 from run_library l where l.run_id = ${runId} and not l.locked and l.floor = run_attempt.attempt)
    returning attempt, entries, settled, fixed`)
  return rows.map((row) => ({
    type: 'attempt.finished',
    level: row.fixed === row.entries ? 'info' : 'warn',
    phase: 'done',
    scope: {},
    progress: { current: row.settled, total: row.entries },
    message: `Attempt ${row.attempt}: ${row.fixed.toLocaleString('en')} of ${row.entries.toLocaleString('en')} fixed`,
    extra: { attempt: row.attempt, fixed: row.fixed },
  }))
}
