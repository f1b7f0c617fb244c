import { expect, test } from 'vitest'
import { sum, tallyLine, withExit } from './tally.ts'

test('the last line names what was left out only where something was', () => {
  expect(tallyLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(tallyLine({ passed: 12, failed: 3, skipped: 1 })).toBe('12 passed, 3 failed, 1 skipped')
})

test('a runner that ended badly without a failed test, or without a report, counts as one failure', () => {
  expect(withExit({ passed: 5, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(withExit(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(withExit({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  expect(withExit({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0)
})

test('all kinds are summed', () => {
  const one = { passed: 1, failed: 0, skipped: 2 }
  expect(sum([one, one, { passed: 0, failed: 1, skipped: 0 }])).toEqual({ passed: 2, failed: 1, skipped: 4 })
})
