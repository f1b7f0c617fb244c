import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import type { EntryDetail, OtherSighting, PastAttempt } from '../../domain/entry-view.ts'
import { runAttempt, runEntryAttempt } from '../../schema/run-attempt.ts'
import { runEntry } from '../../schema/run-entry.ts'
import { run, runLibrary } from '../../schema/run.ts'
import { findItem } from './find-item.ts'
import { isoTimeOrNull } from './iso-time.ts'
import { atOneMoment } from './one-moment.ts'
import { readEntries } from './run-entries.ts'
import { visibleRuns, type Viewer } from './visible-runs.ts'

/** How many other runs are told of. */
const OTHER_RUNS = 20

/** All that is known of an entry, of one moment; null when there is none in a run that the viewer may see. */
export function findEntry(db: Db, viewer: Viewer, entryId: number): Promise<EntryDetail | null> {
  return atOneMoment(db, async (tx) => {
    const [own] = await tx
      .select({
        runId: runEntry.runId,
        key: runEntry.key,
        fingerprint: runEntry.fingerprint,
        libraryId: runLibrary.libraryId,
      })
      .from(runEntry)
      .innerJoin(run, eq(run.id, runEntry.runId))
      .innerJoin(runLibrary, eq(runLibrary.id, runEntry.runLibraryId))
      .where(and(eq(runEntry.id, entryId), visibleRuns(viewer)))
    const [view] = await readEntries(tx, sql`(${entryId})`)
    if (!own || !view) return null
    const { libraryId, ...rest } = own
    return {
      entry: { ...view, ...rest },
      history: await readHistory(tx, entryId, own.runId),
      otherRuns: libraryId === null ? [] : await readOthers(tx, viewer, { ...rest, libraryId }),
      item: view.item && (await findItem(tx, view.item)),
    }
  })
}

async function readHistory(tx: Tx, entryId: number, runId: number): Promise<PastAttempt[]> {
  const rows = await tx
    .select({
      attempt: runEntryAttempt.attempt,
      status: runEntryAttempt.status,
      action: runEntryAttempt.action,
      code: runEntryAttempt.code,
      detail: runEntryAttempt.detail,
      settledAt: runEntryAttempt.settledAt,
      startedByName: runAttempt.startedByName,
    })
    .from(runEntryAttempt)
    .leftJoin(runAttempt, and(eq(runAttempt.runId, runId), eq(runAttempt.attempt, runEntryAttempt.attempt)))
    .where(eq(runEntryAttempt.entryId, entryId))
    .orderBy(asc(runEntryAttempt.attempt))
  return rows.map((row) => ({ ...row, settledAt: isoTimeOrNull(row.settledAt) }))
}

/** The library's parts in other runs each have the key at most once, by the index on part and key. */
async function readOthers(
  tx: Tx,
  viewer: Viewer,
  { libraryId, runId, key }: { libraryId: number; runId: number; key: string },
): Promise<OtherSighting[]> {
  const rows = await tx
    .select({
      entryId: runEntry.id,
      runId: runEntry.runId,
      runTitle: run.title,
      dryRun: run.dryRun,
      status: runEntry.status,
      action: runEntry.action,
      code: runEntry.code,
      detail: runEntry.detail,
      resolution: runEntry.resolution,
      attempt: runEntry.attempt,
      settledAt: runEntry.settledAt,
    })
    .from(runLibrary)
    .innerJoin(runEntry, and(eq(runEntry.runLibraryId, runLibrary.id), eq(runEntry.key, key)))
    .innerJoin(run, eq(run.id, runEntry.runId))
    .where(and(eq(runLibrary.libraryId, libraryId), ne(runLibrary.runId, runId), visibleRuns(viewer)))
    .orderBy(desc(run.id))
    .limit(OTHER_RUNS)
  return rows.map((row) => ({ ...row, settledAt: isoTimeOrNull(row.settledAt) }))
}
