import { expect, test } from 'vitest'
import { evidenceLines } from './evidence-lines.ts'

test('each fact is a line, nested ones by their path', () => {
  expect(
    evidenceLines({ errno: 'EACCES', first: { path: '/media', uid: 0 }, tried: ['a', 2], note: null }),
  ).toEqual([
    ['errno', 'EACCES'],
    ['first.path', '/media'],
    ['first.uid', '0'],
    ['tried', 'a, 2'],
    ['note', 'none'],
  ])
})

test('no evidence is no lines', () => {
  expect(evidenceLines(null)).toEqual([])
})
