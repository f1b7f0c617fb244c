import { and, eq } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import { run, runCursor } from '../schema/run.ts'

/** True for a dry run that was carried out to its end: only then has it seen everything, and may be run for real. */
export async function isPlan(db: Db, runId: number): Promise<boolean> {
  const rows = await db
    .select({ id: run.id })
    .from(run)
    .innerJoin(runCursor, eq(runCursor.runId, run.id))
    .where(and(eq(run.id, runId), eq(run.dryRun, true), eq(runCursor.state, 'finished')))
  return rows.length > 0
}
