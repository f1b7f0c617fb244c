import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import type { RunView } from '../../domain/run-view.ts'
import { run } from '../../schema/run.ts'
import { readAttempts } from './run-attempts.ts'
import { atOneMoment } from './one-moment.ts'
import { readRunLibraries } from './run-libraries.ts'
import { readSummaries } from './run-summaries.ts'

/** A run as its page shows it, all of one moment; null when there is none. Who may see it is asked before. */
export function findRun(db: Db, runId: number): Promise<RunView | null> {
  return atOneMoment(db, (tx) => readRun(tx, runId))
}

/** The same inside a transaction of the caller's, who wants more of the same moment. */
export async function readRun(tx: Tx, runId: number): Promise<RunView | null> {
  const [found] = await readSummaries(tx, eq(run.id, runId), { orderBy: [sql`run.id`], limit: 1 })
  if (!found) return null
  return {
    ...found.summary,
    libraries: await readRunLibraries(tx, runId),
    attempts: await readAttempts(tx, runId),
  }
}
