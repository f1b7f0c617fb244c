import { expect, test } from 'vitest'
import { hasFixedRows, matchingNow, readItemFilter, toggledStatus } from './item-filter.ts'

test('an address means the filter that the server spells the same', () => {
  const { filter, misread } = readItemFilter({ status: ['failed', 'skipped'], libraryId: '3', q: 'descent' })
  expect(filter).toEqual({ status: ['failed', 'skipped'], libraryId: [3], q: 'descent' })
  expect(misread).toEqual([])
})

test('what makes no sense is named, and the rest still holds', () => {
  const { filter, misread } = readItemFilter({
    status: ['failed', 'borken'],
    libraryId: 'three',
    code: 'nope',
  })
  expect(filter).toEqual({ status: ['failed'] })
  expect(misread.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'status=borken',
    'code=nope',
    'libraryId=three',
  ])
})

test('parameters that are no filter of the list are left alone', () => {
  expect(readItemFilter({ entry: '12', theme: 'x' })).toEqual({ filter: {}, misread: [] })
})

test('an empty parameter is no filter', () => {
  expect(readItemFilter({ status: '', q: '' }).filter).toEqual({})
})

test('a status is chosen by one click and left by the next', () => {
  expect(toggledStatus(['failed'], 'skipped')).toEqual(['failed', 'skipped'])
  expect(toggledStatus(['failed', 'skipped'], 'failed')).toEqual(['skipped'])
})

test('rows come and go only where the list is narrowed by what becomes of them', () => {
  expect(hasFixedRows({ libraryId: [3], q: 'descent' })).toBe(true)
  expect(hasFixedRows({ libraryId: [3], status: ['failed'] })).toBe(false)
})

test('what matches by now is told by the statuses that are chosen', () => {
  const facets = {
    status: [
      { value: 'created', count: 40 },
      { value: 'failed', count: 3 },
    ],
  }
  expect(matchingNow(facets, { status: ['failed'] })).toBe(3)
  expect(matchingNow(facets, {})).toBe(43)
})
