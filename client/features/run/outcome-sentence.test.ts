import { expect, test } from 'vitest'
import { outcomeLine, outcomeSentences, unlistedSentences } from './outcome-sentence.ts'

const counts = { created: 6925, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }
const run = {
  state: 'finished',
  total: 6925,
  found: 6925,
  settled: 6925,
  counts,
  dryRun: false,
  seenUnchanged: 0,
} as const

test('a clean run says that all is in', () => {
  expect(outcomeLine(run)).toBe('All 6,925 ingested.')
})

test('skips and failures are named, told apart, and not counted as ingested', () => {
  const partial = {
    ...run,
    total: 6999,
    found: 6999,
    settled: 6999,
    counts: { ...counts, skipped: 52, failed: 22 },
  }
  expect(outcomeSentences(partial)).toEqual([
    { text: '6,925 of 6,999 ingested.', tone: 'main' },
    { text: '52 skipped.', tone: 'quiet' },
    { text: '22 failed.', tone: 'bad' },
  ])
})

test('an empty run is not called a success', () => {
  const empty = { ...run, total: 0, found: 0, settled: 0, counts: { ...counts, created: 0 } }
  expect(outcomeLine(empty)).toBe('Nothing was found to ingest.')
})

test('a cancelled run says how far it came', () => {
  expect(outcomeLine({ ...run, state: 'cancelled', settled: 12, found: 90 })).toBe(
    'Cancelled with 12 of 90 done.',
  )
})

test('a library that could not be listed is named; several are counted', () => {
  const failed = { title: 'Kids TV', state: 'failed' } as const
  const done = { title: 'Movies', state: 'finished' } as const
  expect(unlistedSentences([done])).toEqual([])
  expect(unlistedSentences([done, failed])).toEqual([{ text: 'Kids TV could not be listed.', tone: 'bad' }])
  expect(unlistedSentences([failed, failed])[0]?.text).toBe('2 libraries could not be listed.')
})

test('an incremental run with nothing new says how much it saw', () => {
  const nothing = { ...run, found: 0, seenUnchanged: 6_977, counts: { ...counts, created: 0 } }
  expect(outcomeLine(nothing)).toBe('Nothing new: all 6,977 are as they were last time.')
})

test('a dry run has ingested nothing, whatever it counted', () => {
  const dry = { ...run, dryRun: true, found: 6_950, counts: { ...counts, failed: 25 } }
  expect(outcomeLine(dry)).toBe('Would ingest 6,925 of 6,950. 25 would fail.')
})
