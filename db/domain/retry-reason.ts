import type { EntryStatus } from './outcome.ts'
import type { TroubleCode } from './trouble-codes.ts'

const ALREADY_THERE: readonly TroubleCode[] = [
  'already_imported',
  'duplicate',
  'duplicate_in_run',
  'duplicate_in_file',
  'not_an_upgrade',
]
const BY_A_RULE: readonly TroubleCode[] = [
  'sample',
  'extra',
  'excluded_by_rule',
  'specials_excluded',
  'ignored',
]

/** Why an entry that a person chose is not taken up by a further attempt, as the end of "12 can't: …". */
export function whyNotRetried(entry: {
  status: EntryStatus
  code: TroubleCode | null
  isLibraryRemoved: boolean
  force: boolean
}): string {
  if (entry.isLibraryRemoved) return 'its library has been removed'
  if (entry.status === 'staged') return 'not settled yet'
  const isWritten = entry.status === 'created' || entry.status === 'updated'
  if (isWritten && entry.force) return 'written by this run already'
  if (isWritten || entry.status === 'unchanged') return 'already in the library'
  if (entry.code && ALREADY_THERE.includes(entry.code)) return 'already in the library'
  if (entry.code && BY_A_RULE.includes(entry.code)) return 'skipped by a rule'
  return 'nothing that can be ingested'
}
