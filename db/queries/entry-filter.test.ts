import { expect, test } from 'vitest'
import { zEntryFilter } from './entry-filter.ts'

function refusalOf(filter: unknown): string | undefined {
  return zEntryFilter.safeParse(filter).error?.issues[0]?.message
}

test('a value and a list of one mean the same, and numbers may be spelt as in a URL', () => {
  expect(zEntryFilter.parse({ status: 'failed', libraryId: '3', season: 0 })).toEqual({
    status: ['failed'],
    libraryId: [3],
    season: [0],
  })
  expect(zEntryFilter.parse({ status: ['failed'], libraryId: [3, '4'] })).toEqual({
    status: ['failed'],
    libraryId: [3, 4],
  })
})

test('what is not possible is refused with what is', () => {
  expect(refusalOf({ status: 'done' })).toBe(
    'status: "done" is not possible. Use one of: staged, created, updated, unchanged, skipped, failed.',
  )
  expect(refusalOf({ code: ['file_missing', 'made_up'] })).toContain(
    '["file_missing","made_up"] is not possible',
  )
  expect(refusalOf({ showId: '1; drop table' })).toContain('Use a whole number.')
  expect(refusalOf({ season: -1 })).toContain('Use a whole number.')
  expect(refusalOf({ stauts: 'failed' })).toBe('There is no filter called stauts.')
})

test('an empty list is refused: nobody can say whether it means all or nothing', () => {
  expect(refusalOf({ status: [] })).toBe('status: choose at least one value, or leave it out.')
})

test('a blank search is none', () => {
  expect(zEntryFilter.parse({ q: '  ' })).toEqual({})
  expect(zEntryFilter.parse({ q: ' dune ' })).toEqual({ q: 'dune' })
})
