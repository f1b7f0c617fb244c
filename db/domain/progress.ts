import { COUNT_KINDS, type Counts, settledOf } from './counts.ts'

/** How far a part of a run is. Before the lock there is no total and no percent, only what was found so far. */
export type Progress =
  | { locked: false; found: number; settled: number; total: null; percent: null }
  | { locked: true; found: number; settled: number; total: number; percent: number }

/**
 * Progress from the counts of a run, a library or a show. Percent has one decimal and is rounded down, so
 * that 100 means every unit. Throws when counts are negative or exceed the total: that is a bug, never shown.
 */
export function progressOf(part: { counts: Counts; found: number; locked: boolean }): Progress {
  const settled = settledOf(part.counts)
  for (const kind of COUNT_KINDS) {
    if (part.counts[kind] < 0) throw new RangeError(`count of ${kind} is ${part.counts[kind]}`)
  }
  if (settled > part.found) throw new RangeError(`${settled} settled of ${part.found}`)
  if (!part.locked) return { locked: false, found: part.found, settled, total: null, percent: null }
  const percent = part.found === 0 ? 100 : Math.floor((settled * 1000) / part.found) / 10
  return { locked: true, found: part.found, settled, total: part.found, percent }
}

/** A point on the run's curve: how many were settled at a moment (ms since the epoch). */
export interface PacePoint {
  atMs: number
  settled: number
}

/** Time constant of the rate's moving average, in seconds: long enough to ride over one slow file. */
const RATE_TAU_SECONDS = 45

/**
 * Units per second as an exponentially weighted average over the points (ascending in time), up to `nowMs`. Each
 * stretch between two points weighs by how long it was and how long ago, so an odd start does not skew the rest
 * and it does not matter how finely the curve was sampled. Null while there are fewer than two moments.
 */
export function rateOf(points: readonly PacePoint[], nowMs: number): number | null {
  const first = points[0]
  if (!first || points.length < 2) return null
  let weighted = 0
  let weights = 0
  let last = first
  for (const point of [...points.slice(1), { atMs: nowMs, settled: 0 }]) {
    // Batches commit side by side: the one that began later may have counted less.
    const settled = Math.max(last.settled, point.settled)
    const seconds = (point.atMs - last.atMs) / 1000
    if (seconds > 0) {
      const ageSeconds = Math.max(0, nowMs - point.atMs) / 1000
      const weight = -Math.expm1(-seconds / RATE_TAU_SECONDS) * Math.exp(-ageSeconds / RATE_TAU_SECONDS)
      weighted += (weight * (settled - last.settled)) / seconds
      weights += weight
      last = { atMs: point.atMs, settled }
    }
  }
  return weights > 0 ? weighted / weights : null
}

/** Longer than this is no estimate but a run that stands still: a moving average never quite reaches zero. */
const LONGEST_SECONDS = 30 * 86_400

/**
 * Seconds until the last unit, rounded up; null while it would be a guess: before the lock, in the first 20
 * seconds, under 2 %, or when (almost) nothing moves.
 */
export function secondsLeftOf(
  progress: Progress,
  pace: { rate: number | null; elapsedMs: number },
): number | null {
  if (!progress.locked || pace.rate === null || pace.rate <= 0) return null
  if (pace.elapsedMs < 20_000 || progress.percent < 2) return null
  const seconds = Math.ceil((progress.total - progress.settled) / pace.rate)
  return seconds <= LONGEST_SECONDS ? seconds : null
}
