import { expect, test } from 'vitest'
import { countsSentence } from './counts-sentence.ts'

const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }

test('kinds that there are none of are left out, and created is called added', () => {
  expect(countsSentence({ ...none, created: 1409, unchanged: 3 })).toBe('1,409 added, 3 unchanged')
})

test('no counts at all is nothing yet', () => {
  expect(countsSentence(none)).toBe('Nothing yet')
})
