import { asc, count } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import type { RunState } from '../domain/run-state.ts'
import { runCursor } from '../schema/run.ts'

/** How many runs are in which state. */
export async function countRunsByState(db: Db | Tx): Promise<{ state: RunState; count: number }[]> {
  return db
    .select({ state: runCursor.state, count: count() })
    .from(runCursor)
    .groupBy(runCursor.state)
    .orderBy(asc(runCursor.state))
}
