import type { LiveFrame } from '../../db/domain/run-view.ts'

export type RunsFrame = Extract<LiveFrame, { topic: 'runs' }>
export type RunFrame = Extract<LiveFrame, { topic: `run:${number}` }>

/** How many events a snapshot has. */
export const SNAPSHOT_EVENTS = 50

/** One frame of a run that says what the two in a row say. A snapshot stays one and keeps its newest events. */
export function mergeRunFrames(older: RunFrame, newer: RunFrame): RunFrame {
  if (newer.kind === 'snapshot') return newer
  const events = [...older.events, ...newer.events]
  return {
    ...newer,
    kind: older.kind,
    libraries: latest([...older.libraries, ...newer.libraries], (library) => library.runLibraryId),
    shows: latest([...older.shows, ...newer.shows], (show) => show.showId),
    events: older.kind === 'snapshot' ? events.slice(-SNAPSHOT_EVENTS) : events,
  }
}

/** One frame of the list that says what the two in a row say. */
export function mergeRunsFrames(older: RunsFrame, newer: RunsFrame): RunsFrame {
  if (newer.kind === 'snapshot') return newer
  const removed = new Set(newer.removed)
  const back = new Set(newer.runs.map((run) => run.id))
  return {
    topic: 'runs',
    kind: older.kind,
    runs: latest([...older.runs, ...newer.runs], (run) => run.id).filter((run) => !removed.has(run.id)),
    removed: [...older.removed.filter((id) => !back.has(id)), ...removed],
    workers: newer.workers,
  }
}

/** The last value of each key, at the place of its first. */
function latest<Item>(items: Item[], keyOf: (item: Item) => number): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
