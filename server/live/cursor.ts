import type { LiveTopic } from '../../db/domain/run-view.ts'

/** Up to which event a reader has each of its runs: `run:1042=5831;run:7=12`. */
export type Positions = Map<LiveTopic, number>

/** The positions in a cursor; what does not read as one is left out, which only costs a snapshot. */
export function parseCursor(cursor: string | null): Positions {
  const positions: Positions = new Map()
  for (const [, runId, seq] of cursor?.matchAll(/(?:^|;)run:(\d{1,9})=(\d{1,9})(?=;|$)/g) ?? []) {
    positions.set(`run:${Number(runId)}`, Number(seq))
  }
  return positions
}

/** The cursor of some positions; never empty, as an empty one could not be sent. */
export function formatCursor(positions: Positions): string {
  return [...positions].map(([topic, seq]) => `${topic}=${seq}`).join(';') || '-'
}

/** The run of a topic; null for the list. */
export function runIdOf(topic: LiveTopic): number | null {
  return topic === 'runs' ? null : Number(topic.slice('run:'.length))
}
