import { and, desc, eq, ilike, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../../connect.ts'
import { RUN_STATES } from '../../domain/run-state.ts'
import type { RunSummary } from '../../domain/run-view.ts'
import { run, runCursor } from '../../schema/run.ts'
import { zIdOrMany, zOneOrMany, zText } from './filter-values.ts'
import { containsPattern } from './like-pattern.ts'
import { atOneMoment } from './one-moment.ts'
import { readSummaries } from './run-summaries.ts'
import { visibleRuns, type Viewer } from './visible-runs.ts'

/** What the list of runs may be narrowed by; each a value or a list. */
export const zRunFilter = z.strictObject({
  state: zOneOrMany('state', RUN_STATES),
  outcome: zOneOrMany('outcome', ['succeeded', 'partial']),
  mode: zOneOrMany('mode', ['full', 'incremental']),
  libraryId: zIdOrMany('libraryId'),
  dryRun: z.boolean().optional(),
  q: zText,
})
export type RunFilter = z.output<typeof zRunFilter>

/** The viewer's runs that match, newest first; `cursor` is the last id of the page before. */
export async function listRuns(
  db: Db,
  {
    viewer,
    filter = {},
    cursor = null,
    limit,
  }: {
    viewer: Viewer
    filter?: RunFilter
    cursor?: number | null
    limit: number
  },
): Promise<{ runs: RunSummary[]; nextCursor: number | null }> {
  const condition = and(
    visibleRuns(viewer),
    cursor === null ? undefined : lt(run.id, cursor),
    filter.state && inArray(runCursor.state, filter.state),
    filter.outcome && inArray(runCursor.outcome, filter.outcome),
    filter.mode && inArray(run.mode, filter.mode),
    filter.dryRun === undefined ? undefined : eq(run.dryRun, filter.dryRun),
    filter.libraryId && tookPart(filter.libraryId),
    filter.q ? ilike(run.title, containsPattern(filter.q)) : undefined,
  )
  const page = { orderBy: [desc(run.id)], limit: limit + 1 }
  const rows = await atOneMoment(db, (tx) => readSummaries(tx, condition, page))
  const runs = rows.slice(0, limit).map((row) => row.summary)
  return { runs, nextCursor: rows.length > limit ? (runs.at(-1)?.id ?? null) : null }
}

function tookPart(libraryIds: number[]): SQL {
  return sql`exists (select 1 from run_library rl where rl.run_id = run.id and ${inArray(sql`rl.library_id`, libraryIds)})`
}
