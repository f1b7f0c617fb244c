import type { Counts } from '../api/wire.ts'
import { formatCount } from './format.ts'

const words = {
  created: 'added',
  updated: 'updated',
  unchanged: 'unchanged',
  skipped: 'skipped',
  failed: 'failed',
  retrying: 'being tried again',
} as const satisfies Record<keyof Counts, string>

const wouldWords = {
  created: 'would be added',
  updated: 'would be updated',
  unchanged: 'unchanged',
  skipped: 'would be skipped',
  failed: 'would fail',
  retrying: 'being tried again',
} as const satisfies Record<keyof Counts, string>

/** What each kind of outcome is called; of a dry run nothing has happened, so it only would. */
export function wordsOfCounts(dryRun: boolean): Record<keyof Counts, string> {
  return dryRun ? wouldWords : words
}

const order = [
  'created',
  'updated',
  'unchanged',
  'skipped',
  'failed',
  'retrying',
] as const satisfies (keyof Counts)[]

/** What became of the units, without those kinds there are none of: "409 added, 3 unchanged". */
export function countsSentence(counts: Counts, dryRun = false): string {
  const parts = order
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${formatCount(counts[kind])} ${wordsOfCounts(dryRun)[kind]}`)
  return parts.length > 0 ? parts.join(', ') : 'Nothing yet'
}
