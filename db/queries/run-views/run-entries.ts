import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import { ENTRY_STATUSES } from '../../domain/outcome.ts'
import type { RunEntryView } from '../../domain/run-view.ts'
import { runEntry } from '../../schema/run-entry.ts'
import { runCursor, runLibrary, runShow } from '../../schema/run.ts'
import { whereEntries, type EntryFilter } from '../entry-filter.ts'
import { textArray } from '../sql-rows.ts'
import { isoTimeOrNull } from './iso-time.ts'

/** A run's entries that match, in the order they were found; `cursor` is the last id of the page before. */
export async function listEntries(
  db: Db,
  {
    runId,
    filter = {},
    cursor = null,
    limit,
  }: {
    runId: number
    filter?: EntryFilter
    cursor?: number | null
    limit: number
  },
): Promise<{ entries: RunEntryView[]; nextCursor: number | null; count: number }> {
  const [rows, count] = await Promise.all([
    readEntries(db, pageOf(runId, filter, cursor ?? 0, limit + 1)),
    countEntries(db, runId, filter),
  ])
  const entries = rows.slice(0, limit)
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.entryId ?? null) : null, count }
}

/** How many of a run's entries match. All of them are what the run has found, which needs no counting. */
export async function countEntries(db: Db, runId: number, filter: EntryFilter): Promise<number> {
  const isFiltered = Object.values(filter).some((values) => values !== undefined)
  if (isFiltered) return db.$count(runEntry, whereEntries(runId, filter))
  const rows = await db.select({ found: runCursor.found }).from(runCursor).where(eq(runCursor.runId, runId))
  return rows[0]?.found ?? 0
}

/**
 * The ids of one page. Each status is walked by itself in the order of the index, so a page costs the same in
 * a run of a million entries as in one of a hundred.
 */
function pageOf(runId: number, filter: EntryFilter, after: number, limit: number): SQL {
  const { status = [...ENTRY_STATUSES], ...others } = filter
  return sql`(
    select page.id from unnest(${textArray(status)}) as wanted(status) cross join lateral (
      select ${runEntry.id} as id from ${runEntry}
      where ${and(whereEntries(runId, others), eq(runEntry.status, sql`wanted.status`), gt(runEntry.id, after))}
      order by ${runEntry.id} limit ${limit}
    ) page order by page.id limit ${limit})`
}

/** The entries whose ids an expression in brackets gives (a list or a query), by id. */
export async function readEntries(db: Db | Tx, ids: SQL): Promise<RunEntryView[]> {
  return (await entryRows(db, ids)).map(viewOf)
}

function entryRows(db: Db | Tx, ids: SQL) {
  return db
    .select({
      entryId: runEntry.id,
      libraryId: runLibrary.libraryId,
      libraryTitle: runLibrary.title,
      kind: runEntry.kind,
      label: runEntry.label,
      path: runEntry.path,
      show: runShow.title,
      season: runEntry.season,
      status: runEntry.status,
      action: runEntry.action,
      code: runEntry.code,
      detail: runEntry.detail,
      evidence: runEntry.evidence,
      attempt: runEntry.attempt,
      resolution: runEntry.resolution,
      titleId: runEntry.titleId,
      fileId: runEntry.fileId,
      tookMs: runEntry.tookMs,
      settledAt: runEntry.settledAt,
    })
    .from(runEntry)
    .innerJoin(runLibrary, eq(runLibrary.id, runEntry.runLibraryId))
    .leftJoin(runShow, eq(runShow.id, runEntry.showId))
    .where(sql`${runEntry.id} in ${ids}`)
    .orderBy(asc(runEntry.id))
}

function viewOf(row: Awaited<ReturnType<typeof entryRows>>[number]): RunEntryView {
  const { titleId, fileId, settledAt, ...view } = row
  return {
    ...view,
    item: titleId === null ? null : { titleId, fileId },
    settledAt: isoTimeOrNull(settledAt),
  }
}
