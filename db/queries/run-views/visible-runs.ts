import { and, inArray, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import { run } from '../../schema/run.ts'

/** Who looks. Every signed-in role sees the team's runs; a private one is its owner's alone, admins included. */
export interface Viewer {
  id: string
}

/** Whose a run is, as a column: null for the team's, else the one person who may see it. */
export const runAudience = sql<string | null>`case when ${run.shared} then null else ${run.ownerId} end`

/** The condition under which a viewer sees a row of `run`: the only one, for lists, feeds and single runs. */
export function visibleRuns(viewer: Viewer): SQL {
  return sql`coalesce(${runAudience} = ${viewer.id}, true)`
}

/** The same rule for an audience that was read as a column. */
export function isInAudience(audience: string | null, viewer: Viewer): boolean {
  return audience === null || audience === viewer.id
}

/** Those of the runs that exist and that the viewer may see. */
export async function visibleRunIds(
  db: Db | Tx,
  viewer: Viewer,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: run.id })
    .from(run)
    .where(and(inArray(run.id, [...ids]), visibleRuns(viewer)))
  return new Set(rows.map((row) => row.id))
}
