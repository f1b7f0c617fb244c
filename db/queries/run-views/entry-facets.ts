import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../connect.ts'
import { runEntry } from '../../schema/run-entry.ts'
import { whereEntries, type EntryFilter } from '../entry-filter.ts'

/** The keys of the filter that have facets, and the column of each. */
const FACETS = {
  status: sql`run_entry.status`,
  code: sql`run_entry.code`,
  cause: sql`run_entry.cause`,
  resolution: sql`run_entry.resolution`,
  libraryId: sql`(select rl.library_id from run_library rl where rl.id = run_entry.run_library_id)`,
  attempt: sql`run_entry.attempt`,
} as const satisfies { [key in keyof EntryFilter]?: SQL }

export type FacetKey = keyof typeof FACETS

/** How many entries each value of a filter key would leave; commonest first. */
export type Facets = { [key in FacetKey]: { value: string; count: number }[] }

/**
 * The facets of a run's entries. Each key is counted with all of the filter but itself, so that the values
 * next to the one chosen show what choosing them would bring. At most 100 values a key.
 */
export async function readFacets(db: Db, runId: number, filter: EntryFilter): Promise<Facets> {
  const keys = Object.keys(FACETS) as FacetKey[]
  const counted = keys.map((key) => {
    const others = { ...filter, [key]: undefined }
    return sql`(select ${key}::text as key, ${FACETS[key]}::text as value, count(*)::integer as count
      from ${runEntry} where ${whereEntries(runId, others)} and ${FACETS[key]} is not null
      group by 2 order by 3 desc, 2 limit 100)`
  })
  const rows = await db.execute<{ key: FacetKey; value: string; count: number }>(
    sql.join(counted, sql` union all `),
  )
  const facets: Facets = { status: [], code: [], cause: [], resolution: [], libraryId: [], attempt: [] }
  for (const { key, value, count } of rows) facets[key].push({ value, count })
  return facets
}
