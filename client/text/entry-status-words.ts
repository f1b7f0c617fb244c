import type { EntryStatus } from '../api/wire.ts'
import type { Status } from '../ui/statuses.ts'

/** Each status of an entry as the page shows it: the kit's shape, and the word in a list and in a sentence. */
export const entryStatusWords = {
  staged: { status: 'queued', word: 'Queued' },
  created: { status: 'added', word: 'Added' },
  updated: { status: 'updated', word: 'Updated' },
  unchanged: { status: 'unchanged', word: 'Unchanged' },
  skipped: { status: 'skipped', word: 'Skipped' },
  failed: { status: 'failed', word: 'Failed' },
} as const satisfies Record<EntryStatus, { status: Status; word: string }>

/** The statuses in the order in which they are offered as filters: what needs a person comes first. */
export const entryStatusOrder = [
  'failed',
  'skipped',
  'created',
  'updated',
  'unchanged',
  'staged',
] as const satisfies readonly EntryStatus[]

/** True for a word of the URL that is a status. */
export function isEntryStatus(word: string): word is EntryStatus {
  return Object.hasOwn(entryStatusWords, word)
}
