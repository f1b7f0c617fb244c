import { desc, inArray, notInArray, or, sql } from 'drizzle-orm'
import type { Db } from '../../connect.ts'
import { hasEnded, RUN_STATES } from '../../domain/run-state.ts'
import { run, runCursor } from '../../schema/run.ts'
import { atOneMoment } from './one-moment.ts'
import { readSummaries, type SummaryRow } from './run-summaries.ts'

const ENDED = RUN_STATES.filter(hasEnded)

/** Of the team's runs and of each owner's the newest `newest`, and all that have not ended; newest first. */
export async function readRecentRuns(db: Db, newest: number): Promise<SummaryRow[]> {
  const recent = sql`run.id in (
    select placed.id from (
      select r.id, row_number() over (
        partition by case when r.shared then null else r.owner_id end order by r.id desc) as place from run r
      ) placed where placed.place <= ${newest})`
  const page = { orderBy: [desc(run.id)], limit: 10_000 }
  return atOneMoment(db, (tx) => readSummaries(tx, or(recent, notInArray(runCursor.state, ENDED)), page))
}

/** Those of the runs that still exist. */
export async function existingRuns(db: Db, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: run.id })
    .from(run)
    .where(inArray(run.id, [...ids]))
  return new Set(rows.map((row) => row.id))
}
