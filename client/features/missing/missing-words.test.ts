import { expect, test } from 'vitest'
import { missingWords } from './missing-words.ts'

const question = { runId: 3, missing: 10, known: 2_000, why: 'share', sample: [] } as const

test('it says how many of how many, and of what', () => {
  expect(missingWords('Films', { ...question, sample: [] })).toBe(
    '10 of 2,000 known items of Films are gone.',
  )
})

test('a folder that is gone as a whole is named', () => {
  expect(missingWords('Shows', { ...question, sample: [], why: 'folder', folder: 'Bluey' })).toBe(
    '10 of 2,000 known items of Shows are gone, with all of “Bluey”.',
  )
})
