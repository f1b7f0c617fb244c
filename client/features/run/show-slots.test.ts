import { expect, test } from 'vitest'
import { showSlots, showState, tallyOf } from './show-slots.ts'

const show = (showId: number, settled: number, failed = 0) => ({
  showId,
  libraryId: 1,
  title: `Show ${showId}`,
  total: 10,
  settled,
  counts: { created: settled - failed, updated: 0, unchanged: 0, skipped: 0, failed, retrying: 0 },
})

test('what moves comes before what failed, what waits and what is done', () => {
  const shows = [show(1, 10), show(2, 0), show(3, 10, 1), show(4, 5)]
  expect(showSlots([], shows, 4)).toEqual([4, 3, 2, 1])
})

test('a show that finishes keeps its place until another needs it', () => {
  const before = [1, 2]
  expect(showSlots(before, [show(1, 10), show(2, 4), show(3, 10)], 2)).toEqual([1, 2])
})

test('a show that begins takes the place of a finished one, and the others stay where they are', () => {
  const shows = [show(1, 4), show(2, 10), show(3, 6), show(4, 1)]
  expect(showSlots([1, 2, 3], shows, 3)).toEqual([1, 4, 3])
})

test('a show with failures keeps its place against a finished one and yields it to a moving one', () => {
  expect(showSlots([1], [show(1, 10, 2), show(2, 10)], 1)).toEqual([1])
  expect(showSlots([1], [show(1, 10, 2), show(2, 3)], 1)).toEqual([2])
})

test('an empty show counts as done', () => {
  expect(showState({ ...show(1, 0), total: 0 })).toBe('done')
})

test('the rest is tallied, with failures among the finished', () => {
  expect(tallyOf([show(1, 10), show(2, 10, 1), show(3, 0), show(4, 2)])).toEqual({
    all: 4,
    active: 1,
    waiting: 1,
    done: 2,
  })
})
