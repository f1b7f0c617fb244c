import { expect, test } from 'vitest'
import { formatCursor, parseCursor } from './cursor.ts'

test('a cursor comes back as it was sent', () => {
  const cursor = 'run:1042=5831;run:7=12'
  expect(formatCursor(parseCursor(cursor))).toBe(cursor)
})

test('a reader that has nothing yet still gets a cursor that can be sent', () => {
  expect(formatCursor(new Map())).toBe('-')
  expect(parseCursor('-')).toEqual(new Map())
})

test('what does not read as a position is left out', () => {
  expect(parseCursor('run:1=2;run:x=3;runs=991;run:4=-1;run:5=6')).toEqual(
    new Map([
      ['run:1', 2],
      ['run:5', 6],
    ]),
  )
  expect(parseCursor('<script>')).toEqual(new Map())
  expect(parseCursor(null)).toEqual(new Map())
})
