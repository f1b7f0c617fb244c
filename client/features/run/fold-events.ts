import type { RunEvent } from '../../api/wire.ts'

/** One line of the activity: an event, and how many like it it stands for. */
export interface ActivityFold {
  event: RunEvent
  times: number
}

/** Whether a type is progress, which folds, or news, which stands for itself. */
const kinds = {
  'run.started': 'news',
  'prescan.started': 'news',
  'prescan.advanced': 'progress',
  'prescan.locked': 'news',
  'total.locked': 'news',
  'ingest.started': 'news',
  'library.started': 'news',
  'library.advanced': 'progress',
  'library.finished': 'news',
  'show.started': 'progress',
  'show.advanced': 'progress',
  'show.finished': 'progress',
  'batch.committed': 'progress',
  'entry.failed': 'news',
  'attempt.started': 'news',
  'attempt.finished': 'news',
  'run.paused': 'news',
  'run.resumed': 'news',
  'run.cancelled': 'news',
  'run.waiting': 'news',
  'run.failed': 'news',
  'run.finished': 'news',
} as const satisfies Record<RunEvent['type'], 'news' | 'progress'>

/**
 * The events as lines, newest first: progress that follows on progress is one line with the newest of it, so
 * that the numbers change in place and a line is added only for news.
 */
export function foldEvents(events: readonly RunEvent[]): ActivityFold[] {
  const lines: ActivityFold[] = []
  for (const event of events) {
    const last = lines.at(-1)
    const folds = last && isQuiet(event) && isQuiet(last.event)
    if (folds) lines[lines.length - 1] = { event, times: last.times + 1 }
    else lines.push({ event, times: 1 })
  }
  return lines.toReversed()
}

const isQuiet = (event: RunEvent): boolean => kinds[event.type] === 'progress' && event.level === 'info'

/** Two lists of a run's events, each in order, as one without doubles. */
export function mergeEvents(older: readonly RunEvent[], newer: readonly RunEvent[]): RunEvent[] {
  const bySeq = new Map([...older, ...newer].map((event) => [event.seq, event]))
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
}
