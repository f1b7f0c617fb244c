import { expect, test } from 'vitest'
import { runTabTitle } from './run-tab-title.ts'

const run = {
  id: 1042,
  title: 'Full ingest · 5 libraries',
  state: 'running',
  outcome: null,
  percent: null,
  found: 0,
} as const

test('before the lock the title counts what was found, and has no percent', () => {
  expect(runTabTitle({ ...run, found: 4118 })).toBe('4,118 found · #1042 Full ingest · 5 libraries')
})

test('after the lock it starts with the percent, never rounded up', () => {
  expect(runTabTitle({ ...run, percent: 99.9 })).toBe('99% · #1042 Full ingest · 5 libraries')
})

test('an end shows as a mark: done, done with errors, failed', () => {
  const ended = { ...run, percent: 100 }
  expect(runTabTitle({ ...ended, state: 'finished', outcome: 'succeeded' })).toMatch(/^✓ #1042/)
  expect(runTabTitle({ ...ended, state: 'finished', outcome: 'partial' })).toMatch(/^! #1042/)
  expect(runTabTitle({ ...ended, state: 'failed' })).toMatch(/^✕ #1042/)
})
