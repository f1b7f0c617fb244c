import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import { whyNotRetried } from '../domain/retry-reason.ts'
import { hasEnded } from '../domain/run-state.ts'
import { runEntry } from '../schema/run-entry.ts'
import { runCursor, runLibrary } from '../schema/run.ts'
import { whereEntries } from './entry-filter.ts'
import { atOneMoment } from './run-views/one-moment.ts'
import { type AttemptScope, eligible } from './stage-attempt.ts'

/** What a retry would take of what a person chose, and why it would not take the rest. */
export interface RetryPreview {
  eligible: number
  /** Most common first. */
  ineligible: { reason: string; count: number }[]
}

/** Counts what a retry would take, by the very condition that the retry uses. Null when there is no such run. */
export async function previewRetry(db: Db, runId: number, scope: AttemptScope): Promise<RetryPreview | null> {
  return atOneMoment(db, async (tx) => {
    const [cursor] = await tx
      .select({ state: runCursor.state })
      .from(runCursor)
      .where(eq(runCursor.runId, runId))
    if (!cursor) return null
    const rows = await tx
      .select({
        isEligible: sql<boolean>`${eligible(runId, scope, hasEnded(cursor.state))}`.as('is_eligible'),
        status: runEntry.status,
        code: runEntry.code,
        isLibraryRemoved: sql<boolean>`${runLibrary.libraryId} is null`.as('is_library_removed'),
        entries: count(),
      })
      .from(runEntry)
      .innerJoin(runLibrary, eq(runLibrary.id, runEntry.runLibraryId))
      .where(
        and(
          whereEntries(runId, scope.filter),
          scope.entryIds ? inArray(runEntry.id, scope.entryIds) : undefined,
        ),
      )
      .groupBy(sql`1, 2, 3, 4`)
    return tallied(rows, scope.force)
  })
}

type Group = Omit<Parameters<typeof whyNotRetried>[0], 'force'> & { isEligible: boolean; entries: number }

function tallied(groups: readonly Group[], force: boolean): RetryPreview {
  const reasons = new Map<string, number>()
  let taken = 0
  for (const group of groups) {
    if (group.isEligible) {
      taken += group.entries
      continue
    }
    const reason = whyNotRetried({ ...group, force })
    reasons.set(reason, (reasons.get(reason) ?? 0) + group.entries)
  }
  const ineligible = [...reasons].map(([reason, entries]) => ({ reason, count: entries }))
  return { eligible: taken, ineligible: ineligible.sort((a, b) => b.count - a.count) }
}
