import { expect, test } from 'vitest'
import type { KnownEntry } from '../../db/queries/known-entries.ts'
import { asPlanned, isUnchanged } from './choose-entries.ts'
import { movieEntry } from './testing/given-source.ts'

const entry = movieEntry('Dune')
const known: KnownEntry = {
  key: entry.key,
  fingerprint: entry.fingerprint,
  reader: 1,
  status: 'created',
  code: null,
  isMissing: false,
}

test('what is as it was when it was settled has no work in it', () => {
  expect(isUnchanged(entry, known, 1)).toBe(true)
})

test.each([
  ['is new', undefined, 1],
  ['was rewritten in place', { ...known, fingerprint: 'other' }, 1],
  ['failed the last time', { ...known, status: 'failed' as const }, 1],
  ['had gone and is back', { ...known, isMissing: true }, 1],
  ['was read by an older reader', known, 2],
  [
    'was skipped for a rule that holds no more',
    { ...known, status: 'skipped' as const, code: 'sample' as const },
    1,
  ],
])('what %s is taken', (_what, before, reader) => {
  expect(isUnchanged(entry, before, reader)).toBe(false)
})

test('a skip for the same reason has no work in it', () => {
  const skipped = { ...entry, trouble: { code: 'sample' as const, detail: 'A sample.' } }
  expect(isUnchanged(skipped, { ...known, status: 'skipped', code: 'sample' }, 1)).toBe(true)
  expect(isUnchanged(skipped, known, 1)).toBe(false)
})

test('a plan is carried out only for what is as the plan saw it', () => {
  expect(asPlanned(entry, entry.fingerprint, 7)).toBe(entry)
  expect(asPlanned(entry, 'other', 7).trouble).toMatchObject({ code: 'source_changed' })
  expect(asPlanned(entry, undefined, 7).trouble?.detail).toBe('It was not there when dry run #7 looked.')
})
