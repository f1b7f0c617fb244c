import { and, eq, ilike, inArray, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { ENTRY_STATUSES } from '../domain/outcome.ts'
import { TROUBLE, type TroubleCode } from '../domain/trouble-codes.ts'
import { runEntry } from '../schema/run-entry.ts'
import { zIdOrMany, zOneOrMany, zText, zTextOrMany } from './run-views/filter-values.ts'
import { containsPattern } from './run-views/like-pattern.ts'

const codes = Object.keys(TROUBLE) as [TroubleCode, ...TroubleCode[]]

/**
 * The filter of a run's entries, spelt the same in a URL, a list, facets, a preview, a retry and an export:
 * each value or list, all of them must hold. What it does not know it refuses with a sentence.
 */
export const zEntryFilter = z.strictObject(
  {
    status: zOneOrMany('status', ENTRY_STATUSES),
    code: zOneOrMany('code', codes),
    cause: zTextOrMany('cause'),
    resolution: zOneOrMany('resolution', ['open', 'fixed', 'ignored']),
    libraryId: zIdOrMany('libraryId'),
    showId: zIdOrMany('showId'),
    season: zIdOrMany('season'),
    attempt: zIdOrMany('attempt'),
    action: zTextOrMany('action'),
    q: zText,
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `There is no filter called ${issue.keys.join(', ')}.` : undefined,
  },
)
export type EntryFilter = z.output<typeof zEntryFilter>

/** The condition on `run_entry` that the filter means within a run: the only place that says so. */
export function whereEntries(runId: number, filter: EntryFilter): SQL | undefined {
  const pattern = filter.q && containsPattern(filter.q)
  return and(
    eq(runEntry.runId, runId),
    filter.status && inArray(runEntry.status, filter.status),
    filter.code && inArray(runEntry.code, filter.code),
    filter.cause && inArray(runEntry.cause, filter.cause),
    filter.resolution && inArray(runEntry.resolution, filter.resolution),
    filter.libraryId && ofLibraries(runId, filter.libraryId),
    filter.showId && inArray(runEntry.showId, filter.showId),
    filter.season && inArray(runEntry.season, filter.season),
    filter.attempt && inArray(runEntry.attempt, filter.attempt),
    filter.action && inArray(runEntry.action, filter.action),
    pattern
      ? or(ilike(runEntry.label, pattern), ilike(runEntry.path, pattern), ilike(runEntry.detail, pattern))
      : undefined,
  )
}

function ofLibraries(runId: number, libraryIds: number[]): SQL {
  return sql`${runEntry.runLibraryId} in (
    select rl.id from run_library rl where rl.run_id = ${runId} and ${inArray(sql`rl.library_id`, libraryIds)})`
}
