import type { SettledStatus } from './outcome.ts'

/** How many units ended how. `retrying` are units once settled that a further attempt has taken up again. */
export interface Counts {
  created: number
  updated: number
  unchanged: number
  skipped: number
  failed: number
  retrying: number
}

export const COUNT_KINDS = [
  'created',
  'updated',
  'unchanged',
  'skipped',
  'failed',
  'retrying',
] as const satisfies (keyof Counts)[]

/** The neutral element: nothing settled. */
export function noCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }
}

/** Sum of two counts; commutative and associative, so batches may commit in any order. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sum = noCounts()
  for (const kind of COUNT_KINDS) sum[kind] = a[kind] + b[kind]
  return sum
}

/** The inverse: `addCounts(a, negateCounts(a))` is nothing. */
export function negateCounts(a: Counts): Counts {
  const inverse = noCounts()
  for (const kind of COUNT_KINDS) inverse[kind] = 0 - a[kind]
  return inverse
}

/** The counts of a list of settled statuses. */
export function countStatuses(statuses: Iterable<SettledStatus>): Counts {
  const counts = noCounts()
  for (const status of statuses) counts[status] += 1
  return counts
}

/** What settling these units adds: one that a further attempt had taken up leaves `retrying` again. */
export function countSettled(units: Iterable<{ status: SettledStatus; wasSettled: boolean }>): Counts {
  const counts = noCounts()
  for (const { status, wasSettled } of units) {
    counts[status] += 1
    if (wasSettled) counts.retrying -= 1
  }
  return counts
}

/** How many units are settled: those that were once committed, whatever became of them since. */
export function settledOf(counts: Counts): number {
  return COUNT_KINDS.reduce((sum, kind) => sum + counts[kind], 0)
}
