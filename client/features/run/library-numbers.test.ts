import { expect, test } from 'vitest'
import { hasBar, libraryNumbers } from './library-numbers.ts'

const part = { state: 'ingesting', total: 1203, found: 1203, settled: 881, seenUnchanged: 0 } as const

test('before the lock there is a count and after it a share', () => {
  expect(libraryNumbers({ ...part, state: 'listing', total: null, found: 412 })).toBe('412 found')
  expect(libraryNumbers(part)).toBe('881 / 1,203')
})

test('nothing is never shown as 0 of 0, and has no full bar', () => {
  const empty = { ...part, state: 'finished', total: 0, found: 0, settled: 0 } as const
  expect(libraryNumbers(empty)).toBe('Nothing found')
  expect(libraryNumbers({ ...empty, seenUnchanged: 412 })).toBe('Nothing new')
  expect(libraryNumbers({ ...empty, state: 'failed' })).toBe('Not listed')
  expect(hasBar(empty)).toBe(false)
})

test('a library that waits for its turn counts nothing', () => {
  const waiting = { ...part, state: 'waiting', total: null, found: 0, settled: 0 } as const
  expect(libraryNumbers(waiting)).toBe('Waiting')
  expect(hasBar(waiting)).toBe(false)
})

test('a listing that broke off half-way still shows what it found', () => {
  expect(libraryNumbers({ ...part, state: 'failed' })).toBe('881 / 1,203')
  expect(hasBar({ ...part, state: 'failed' })).toBe(true)
})
