import { expect, test } from 'vitest'
import { whyAsk } from './missing.ts'

const none = { folders: [] }

test('a few files that are gone are marked without asking', () => {
  expect(whyAsk({ known: 100, missing: 20, ...none })).toBeNull()
  expect(whyAsk({ known: 4, missing: 4, ...none })).toBeNull()
  expect(whyAsk({ known: 0, missing: 0, ...none })).toBeNull()
})

test('more than a fifth, from five on, is asked about', () => {
  expect(whyAsk({ known: 100, missing: 21, ...none })).toEqual({ why: 'share' })
  expect(whyAsk({ known: 5, missing: 5, ...none })).toEqual({ why: 'share' })
})

test('more than five hundred is asked about, however large the library', () => {
  expect(whyAsk({ known: 1_000_000, missing: 500, ...none })).toBeNull()
  expect(whyAsk({ known: 1_000_000, missing: 501, ...none })).toEqual({ why: 'number' })
})

test('a whole top-level folder is asked about, a folder of one film is not', () => {
  const folders = [
    { folder: 'Dune (2021)', known: 1, missing: 1 },
    { folder: 'Disk B', known: 8, missing: 8 },
  ]
  expect(whyAsk({ known: 1000, missing: 9, folders })).toEqual({ why: 'folder', folder: 'Disk B' })
  expect(whyAsk({ known: 1000, missing: 1, folders: folders.slice(0, 1) })).toBeNull()
})
