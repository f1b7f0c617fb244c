import { expect, test } from 'vitest'
import { createSilence } from './silence.ts'

const looks = (signs: [beats: number, isWaiting?: boolean][]) => {
  const isSilent = createSilence(3)
  return signs.map(([beats, isWaiting = false]) => isSilent({ beats, isWaiting }))
}

test('a thread that stands still is silent after as many looks as it was given', () => {
  expect(looks([[7], [7], [7], [7]])).toEqual([false, false, false, true])
})

test('a thread that moves, waits for its listener or has not begun is not', () => {
  expect(looks([[1], [2], [3], [4], [5]]).includes(true)).toBe(false)
  expect(looks([[7], [7, true], [7, true], [7, true], [7, true]]).includes(true)).toBe(false)
  expect(looks([[0], [0], [0], [0], [0]]).includes(true)).toBe(false)
})

test('each sign of life begins the count anew', () => {
  expect(looks([[7], [7], [7], [8], [8], [8], [8]])).toEqual([false, false, false, false, false, false, true])
})
