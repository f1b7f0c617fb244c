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

const order = [
  'created',
  'updated',
  'unchanged',
  'skipped',
  'failed',
  'retrying',
] as const satisfies (keyof Counts)[]

/** What became of the units, without those kinds there are none of: "409 added, 3 unchanged". */
export function countsSentence(counts: Counts): string {
  const parts = order
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${formatCount(counts[kind])} ${words[kind]}`)
  return parts.length > 0 ? parts.join(', ') : 'Nothing yet'
}
