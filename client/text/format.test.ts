import { describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatPercent,
  formatQuantity,
  formatRate,
  formatRelative,
  formatTimeLeft,
} from './format.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

test('numbers are grouped from four digits on', () => {
  expect([999, 6999, 1_234_567].map(formatCount)).toEqual(['999', '6,999', '1,234,567'])
})

test('a percent has one decimal and is 100 only at the end', () => {
  expect([0, 62.44, 99.99, 100].map(formatPercent)).toEqual(['0.0', '62.4', '99.9', '100'])
})

test('a rate has a decimal only where it matters', () => {
  expect([9.64, 40, 312.4].map(formatRate)).toEqual(['9.6', '40', '312'])
})

test('one is one, all else is many', () => {
  expect([0, 1, 2].map((count) => formatQuantity(count, 'failure'))).toEqual([
    '0 failures',
    '1 failure',
    '2 failures',
  ])
  expect(formatQuantity(3, 'library', 'libraries')).toBe('3 libraries')
})

test('a duration shows its two largest units', () => {
  const cases: [number, string][] = [
    [0, '0s'],
    [4.9 * second, '4s'],
    [12 * minute + 4 * second, '12m 04s'],
    [62 * minute, '1h 02m'],
    [51 * hour, '2d 03h'],
    [-5 * second, '0s'],
  ]
  for (const [ms, words] of cases) expect(formatDuration(ms)).toBe(words)
})

test('time left is told no more exactly than it is known', () => {
  const cases: [number, string][] = [
    [0, 'less than a minute'],
    [59, 'less than a minute'],
    [7 * 60 + 10, 'about 7 min'],
    [59 * 60 + 29, 'about 59 min'],
    [60 * 60, 'about 1 h'],
    [81 * 60, 'about 1 h 20 min'],
    [119 * 60, 'about 2 h'],
  ]
  for (const [seconds, words] of cases) expect(formatTimeLeft(seconds)).toBe(words)
})

test('sizes never show four digits before the unit', () => {
  expect([0, 999, 1000, 999_960, 1_440_000_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '1 MB',
    '1.4 GB',
  ])
})

describe('relative times', () => {
  const now = Date.parse('2026-05-20T12:00:00Z')
  const ago = (ms: number) => formatRelative(new Date(now - ms).toISOString(), now)

  test('the past, coarser with distance', () => {
    const cases: [number, string][] = [
      [20 * second, 'just now'],
      [5 * minute, '5 min ago'],
      [2 * hour + 59 * minute, '2 h ago'],
      [30 * hour, 'yesterday'],
      [72 * hour, '3 d ago'],
      [24 * hour * 20, '30 Apr 2026'],
    ]
    for (const [ms, words] of cases) expect(ago(ms)).toBe(words)
  })

  test('the future', () => {
    expect(ago(-20 * second)).toBe('in less than a minute')
    expect(ago(-5 * minute)).toBe('in 5 min')
    expect(ago(-30 * hour)).toBe('tomorrow')
    expect(ago(-72 * hour)).toBe('in 3 d')
  })
})
