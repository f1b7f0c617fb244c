import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'

function atMinute() {
  const clock = { now: 1_000_000 }
  return { clock, attempts: createAttempts({ limit: 5, windowMs: 60_000, now: () => clock.now }) }
}

test('the sixth wrong try within a minute waits until the first is a minute old', () => {
  const { clock, attempts } = atMinute()
  for (let at = 0; at < 5; at++) {
    expect(attempts.take('a')).toBe(0)
    clock.now += 1_000
  }
  expect(attempts.take('a')).toBe(55_000)
  expect(attempts.take('b')).toBe(0)
  clock.now += 54_999
  expect(attempts.take('a')).toBe(1)
  clock.now += 1
  expect(attempts.take('a')).toBe(0)
  expect(attempts.take('a')).toBe(1_000)
})

test('tries that are refused do not make the wait longer', () => {
  const { attempts } = atMinute()
  for (let at = 0; at < 50; at++) attempts.take('a')
  expect(attempts.take('a')).toBe(60_000)
})

test('a right try forgives the wrong ones before it', () => {
  const { attempts } = atMinute()
  for (let at = 0; at < 5; at++) attempts.take('a')
  attempts.forgive('a')
  expect(attempts.take('a')).toBe(0)
})
