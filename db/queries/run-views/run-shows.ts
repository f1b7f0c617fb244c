import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import { settledOf } from '../../domain/counts.ts'
import type { RunShowView } from '../../domain/run-view.ts'
import { runLibrary, runShow } from '../../schema/run.ts'
import { countsOf, countsSelected } from './selected-counts.ts'

const settled = sql.raw('(s.created + s.updated + s.unchanged + s.skipped + s.failed + s.retrying)')

/** What a person looks for first: shows under way, then those with failures, then those to come, then the rest. */
const rank = sql`case when ${settled} > 0 and ${settled} < s.total or s.retrying > 0 then 0
  when s.failed > 0 then 1 when ${settled} = 0 and s.total > 0 then 2 else 3 end`

/** One library of a run: by itself, or by its part in the run, which stays when the library is removed. */
export type ShowsOf = { libraryId: number } | { runLibraryId: number }

/**
 * The shows of one library of a run. `cursor` is the one that the page before answered with; while the run
 * goes on shows change their place, so a show may be met on two pages or, having moved up, on none.
 */
export async function listShows(
  db: Db,
  {
    runId,
    of,
    cursor = null,
    limit,
  }: {
    runId: number
    of: ShowsOf
    cursor?: string | null
    limit: number
  },
): Promise<{ shows: RunShowView[]; nextCursor: string | null }> {
  const part = 'libraryId' in of ? sql`rl.library_id = ${of.libraryId}` : sql`rl.id = ${of.runLibraryId}`
  const rows = await db.execute<{ id: number; rank: number }>(sql`
    select ranked.id, ranked.rank from (
      select s.id, s.title, ${rank} as rank from run_show s join run_library rl on rl.id = s.run_library_id
      where rl.run_id = ${runId} and ${part}
    ) ranked where ${afterCursor(cursor)} order by ranked.rank, ranked.title, ranked.id limit ${limit + 1}`)
  const page = rows.slice(0, limit)
  const byId = new Map(
    (
      await readShows(
        db,
        page.map((row) => row.id),
      )
    ).map((show) => [show.showId, show]),
  )
  const last = page.at(-1)
  return {
    shows: page.flatMap((row) => byId.get(row.id) ?? []),
    nextCursor: rows.length > limit && last ? `${last.rank}:${last.id}` : null,
  }
}

/** A cursor is rank and id; the title between them is looked up, so that it needs no escaping. */
function afterCursor(cursor: string | null): SQL {
  const [, place, id] = /^([0-3]):(\d{1,9})$/.exec(cursor ?? '') ?? []
  if (place === undefined || id === undefined) return sql`true`
  return sql`(ranked.rank, ranked.title, ranked.id) >
    (${Number(place)}::integer, (select title from run_show where id = ${Number(id)}), ${Number(id)}::integer)`
}

/** These shows as they are now, by id. */
export function readShows(db: Db | Tx, showIds: readonly number[]): Promise<RunShowView[]> {
  return showIds.length === 0 ? Promise.resolve([]) : showsWhere(db, inArray(runShow.id, [...showIds]))
}

/** The ids of a run's shows of which a further attempt has taken something up. */
export async function findRetryingShows(db: Db | Tx, runId: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select s.id from run_show s join run_library rl on rl.id = s.run_library_id
    where rl.run_id = ${runId} and s.retrying > 0`)
  return rows.map((row) => row.id)
}

async function showsWhere(db: Db | Tx, condition: SQL): Promise<RunShowView[]> {
  const rows = await db
    .select({
      showId: runShow.id,
      libraryId: runLibrary.libraryId,
      title: runShow.title,
      total: runShow.total,
      ...countsSelected(runShow),
    })
    .from(runShow)
    .innerJoin(runLibrary, eq(runLibrary.id, runShow.runLibraryId))
    .where(condition)
    .orderBy(runShow.id)
  return rows.map((row) => {
    const counts = countsOf(row)
    return {
      showId: row.showId,
      libraryId: row.libraryId,
      title: row.title,
      total: row.total,
      settled: settledOf(counts),
      counts,
    }
  })
}
