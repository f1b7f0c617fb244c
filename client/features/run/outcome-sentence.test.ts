import { expect, test } from 'vitest'
import { outcomeSentence } from './outcome-sentence.ts'

const counts = { created: 6925, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }
const run = {
  state: 'finished',
  outcome: 'succeeded',
  total: 6925,
  found: 6925,
  settled: 6925,
  counts,
} as const

test('a clean run says that all is in', () => {
  expect(outcomeSentence(run)).toEqual(['All 6,925 ingested.'])
})

test('skips and failures are named and not counted as ingested', () => {
  const partial = {
    ...run,
    total: 6999,
    found: 6999,
    settled: 6999,
    counts: { ...counts, skipped: 52, failed: 22 },
  }
  expect(outcomeSentence(partial)).toEqual(['6,925 of 6,999 ingested.', '52 skipped, 22 failed.'])
})

test('an empty run is not called a success', () => {
  expect(outcomeSentence({ ...run, total: 0, found: 0, settled: 0 })).toEqual([
    'Nothing was found to ingest.',
  ])
})

test('a cancelled run says how far it came', () => {
  expect(outcomeSentence({ ...run, state: 'cancelled', outcome: null, settled: 12, found: 90 })).toEqual([
    'Cancelled with 12 of 90 done.',
  ])
})
