import { expect, test } from 'vitest'
import { cancelWords } from './cancel-words.ts'

const counts = { created: 4_367, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }
const run = {
  state: 'running',
  locked: true,
  settled: 4_367,
  remaining: 2_632,
  counts,
  dryRun: false,
  attempt: 1,
} as const

test('a cancel says what finishes, what stays and what is left undone', () => {
  expect(cancelWords(run)).toBe(
    'The items in progress finish first. 4,367 committed items stay. 2,632 will not be ingested.',
  )
})

test('of a paused run nothing is in progress', () => {
  expect(cancelWords({ ...run, state: 'paused' })).toBe(
    '4,367 committed items stay. 2,632 will not be ingested.',
  )
})

test('before the lock no number is passed off as all there is', () => {
  expect(cancelWords({ ...run, locked: false, settled: 1 })).toBe(
    'The items in progress finish first. 1 committed item stays. ' +
      '2,632 found so far, and what is not listed yet, will not be ingested.',
  )
})

test('of a dry run nothing is said to stay, for nothing was written', () => {
  expect(cancelWords({ ...run, dryRun: true })).toBe(
    'The items in progress finish first. Nothing has been written. 2,632 will not be looked at.',
  )
})

test('a retry that is cancelled leaves what is in alone', () => {
  const retrying = { ...run, attempt: 2, remaining: 22, counts: { ...counts, retrying: 22 } }
  expect(cancelWords(retrying)).toBe(
    'The items in progress finish first. Everything committed stays. 22 items will not be tried again.',
  )
})

test('a run that ended while the question was open cannot be cancelled any more', () => {
  expect(cancelWords({ ...run, state: 'finished' })).toContain('nothing left to cancel')
})
