import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import { progressOf } from '../../domain/progress.ts'
import type { LaneNow, RunLibraryView } from '../../domain/run-view.ts'
import { runLane, runLibrary } from '../../schema/run.ts'
import { isoTime, isoTimeOrNull } from './iso-time.ts'
import { countsOf, countsSelected } from './selected-counts.ts'

/** The libraries of a run in its order, each with what its lanes are doing now. */
export async function readRunLibraries(db: Db | Tx, runId: number): Promise<RunLibraryView[]> {
  const rows = await db
    .select({
      runLibraryId: runLibrary.id,
      libraryId: runLibrary.libraryId,
      title: runLibrary.title,
      sourceTitle: runLibrary.sourceTitle,
      mediaKind: runLibrary.mediaKind,
      state: runLibrary.state,
      // Spelt out: drizzle would leave the table's name off, and the inner table's column would be meant.
      waitingFor: sql<number | null>`case when run_library.state = 'waiting' then (
        select h.run_id from run_library h where h.library_id = run_library.library_id and h.holds) end`,
      complete: runLibrary.complete,
      locked: runLibrary.locked,
      found: runLibrary.found,
      ...countsSelected(runLibrary),
      seenUnchanged: runLibrary.seenUnchanged,
      showsTotal: runLibrary.showsTotal,
      code: runLibrary.code,
      detail: runLibrary.detail,
      startedAt: runLibrary.startedAt,
      endedAt: runLibrary.endedAt,
    })
    .from(runLibrary)
    .where(eq(runLibrary.runId, runId))
    .orderBy(asc(runLibrary.position))
  const lanes = await readLanes(
    db,
    rows.map((row) => row.runLibraryId),
  )
  return rows.map((row) => {
    const counts = countsOf(row)
    return {
      runLibraryId: row.runLibraryId,
      libraryId: row.libraryId,
      title: row.title,
      sourceTitle: row.sourceTitle,
      mediaKind: row.mediaKind,
      state: row.state,
      waitingFor: row.waitingFor,
      complete: row.complete,
      ...progressOf({ counts, found: row.found, locked: row.locked }),
      counts,
      seenUnchanged: row.seenUnchanged,
      showsTotal: row.showsTotal,
      code: row.code,
      detail: row.detail,
      startedAt: isoTimeOrNull(row.startedAt),
      endedAt: isoTimeOrNull(row.endedAt),
      now: lanes.get(row.runLibraryId) ?? [],
    }
  })
}

/** What the leased lanes say they are doing; a lane that nobody holds does nothing, whatever stands in its row. */
async function readLanes(db: Db | Tx, runLibraryIds: number[]): Promise<Map<number, LaneNow[]>> {
  const lanes = new Map<number, LaneNow[]>()
  if (runLibraryIds.length === 0) return lanes
  const rows = await db
    .select()
    .from(runLane)
    .where(and(inArray(runLane.runLibraryId, runLibraryIds), isNotNull(runLane.workerId)))
    .orderBy(asc(runLane.runLibraryId), asc(runLane.lane))
  for (const row of rows) {
    if (row.label === null || row.since === null) continue
    const now = lanes.get(row.runLibraryId) ?? []
    now.push({
      lane: row.lane,
      label: row.label,
      show: row.showTitle,
      phase: row.phase ?? '',
      bytesDone: row.bytesDone,
      bytesTotal: row.bytesTotal,
      since: isoTime(row.since),
    })
    lanes.set(row.runLibraryId, now)
  }
  return lanes
}
