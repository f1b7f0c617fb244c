import { expect, test } from 'vitest'
import { requestOf, startLabel, usualMode } from './start-modes.ts'

const before = { lastFull: '2026-11-21T14:00:00Z' }

test('it begins with incremental once everything chosen has been gone through, else with full', () => {
  expect(usualMode([before, before])).toBe('incremental')
  expect(usualMode([before, { lastFull: null }])).toBe('full')
  expect(usualMode([])).toBe('full')
})

test('a dry run goes over everything and writes nothing', () => {
  expect(requestOf('dry')).toEqual({ mode: 'full', dryRun: true })
})

test('the button says what and on how many', () => {
  expect(startLabel('incremental', 3)).toBe('Run incremental ingest on 3')
  expect(startLabel('dry', 1)).toBe('Dry run on 1')
  expect(startLabel('full', 0)).toBe('Run full ingest')
})
