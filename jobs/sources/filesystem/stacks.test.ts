import { expect, test } from 'vitest'
import { findStacks } from './stacks.ts'

function stack(names: string[], isOneFilm = true): string[][] {
  const stacks = findStacks(names, isOneFilm)
  return names
    .filter((name) => stacks.partsOf(name).length > 0)
    .map((name) => [name, ...stacks.partsOf(name)])
}

test.each([
  [['Film cd1.avi', 'Film cd2.avi']],
  [['film.part1.720p.mkv', 'film.part2.720p.mkv', 'film.part3.720p.mkv']],
  [['Film (disc a).mkv', 'Film (disc b).mkv']],
  [['Film-pt-1.mp4', 'Film-pt-2.mp4']],
  [['Film CD1.avi', 'film cd2.AVI']],
])('%j is one film', (names) => {
  expect(stack(names)).toEqual([names])
})

test.each([
  [['Film cd1.avi']],
  [['Film cd1.avi', 'Film cd3.avi']],
  [['Film cd2.avi', 'Film cd3.avi']],
  [['Film cd1.avi', 'Film cd2.mkv']],
  [['One part 1 (2003).mkv', 'One part 2 (2004).mkv']],
  [['Film cd1.srt', 'Film cd2.srt']],
  [['abcd1.mkv', 'abcd2.mkv']],
  [['Apartment1.mkv', 'Apartment2.mkv']],
])('%j is no split film', (names) => {
  expect(stack(names)).toEqual([])
})

test('where films lie side by side, a second part may be the next film, but a second disc is not', () => {
  expect(stack(['Dune part 1.mkv', 'Dune part 2.mkv'], false)).toEqual([])
  expect(stack(['Dune cd1.mkv', 'Dune cd2.mkv'], false)).toEqual([['Dune cd1.mkv', 'Dune cd2.mkv']])
})

test('a further part is told from a first and from any other file', () => {
  const stacks = findStacks(['Film cd1.avi', 'Film cd2.avi', 'Other.avi'], true)
  expect(['Film cd1.avi', 'Film cd2.avi', 'Other.avi'].map(stacks.isFurther)).toEqual([false, true, false])
})
