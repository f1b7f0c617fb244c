import type { SummaryRow } from '../../db/queries/run-views/run-summaries.ts'
import { isInAudience, type Viewer } from '../../db/queries/run-views/visible-runs.ts'
import { hasEnded } from '../../db/domain/run-state.ts'
import type { RunsFrame } from './merge-frames.ts'

/** The recent runs of everybody as they were last read, newest first, and how many workers live. */
export interface RunsList {
  rows: SummaryRow[]
  workers: number
}

/** What the list's last look changed: rows with whose they were before (undefined: new here), and deleted ones. */
export interface RunsChange {
  changed: { row: SummaryRow; before: SummaryRow | undefined }[]
  deleted: SummaryRow[]
}

/** All that the viewer has of the list: the newest `newest`, and all that have not ended. */
export function listFor(viewer: Viewer, { rows, workers }: RunsList, newest: number): RunsFrame {
  const runs = rows
    .filter((row) => isInAudience(row.audience, viewer))
    .filter((row, place) => place < newest || !hasEnded(row.summary.state))
    .map((row) => row.summary)
  return { topic: 'runs', kind: 'snapshot', runs, removed: [], workers }
}

/** The change between two lists. A run that only fell off the list's end is neither changed nor deleted. */
export function changeOf(before: RunsList, after: RunsList, existing: ReadonlySet<number>): RunsChange {
  const known = new Map(before.rows.map((row) => [row.summary.id, row]))
  const kept = new Set(after.rows.map((row) => row.summary.id))
  return {
    changed: after.rows
      .map((row) => ({ row, before: known.get(row.summary.id) }))
      .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.row)),
    deleted: before.rows.filter(({ summary }) => !kept.has(summary.id) && !existing.has(summary.id)),
  }
}

/**
 * What of a change the viewer is told: null when none of it is theirs. A run that was theirs to see and no
 * longer is leaves their list like a deleted one; one that never was is not named.
 */
export function patchFor(
  viewer: Viewer,
  { changed, deleted }: RunsChange,
  workers: { before: number; now: number },
): RunsFrame | null {
  const saw = (row: SummaryRow | undefined) => row !== undefined && isInAudience(row.audience, viewer)
  const runs = changed.filter(({ row }) => saw(row)).map(({ row }) => row.summary)
  const hidden = changed.filter(({ row, before }) => !saw(row) && saw(before)).map(({ row }) => row)
  const removed = [...hidden, ...deleted.filter(saw)].map((row) => row.summary.id)
  if (runs.length === 0 && removed.length === 0 && workers.before === workers.now) return null
  return { topic: 'runs', kind: 'patch', runs, removed, workers: workers.now }
}
