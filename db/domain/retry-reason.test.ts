import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY_STATUSES } from './outcome.ts'
import { whyNotRetried } from './retry-reason.ts'
import { TROUBLE, type TroubleCode } from './trouble-codes.ts'

const plain = { status: 'skipped' as const, code: null, isLibraryRemoved: false, force: false }
const codes = Object.keys(TROUBLE) as TroubleCode[]

test('a removed library comes before every other reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENTRY_STATUSES), fc.constantFrom(null, ...codes), (status, code) => {
      const why = whyNotRetried({ ...plain, status, code, isLibraryRemoved: true })
      expect(why).toBe('its library has been removed')
    }),
  )
})

test('what is there is said to be there, unless the person means to import it again', () => {
  expect(whyNotRetried({ ...plain, status: 'created' })).toBe('already in the library')
  expect(whyNotRetried({ ...plain, status: 'unchanged' })).toBe('already in the library')
  expect(whyNotRetried({ ...plain, code: 'duplicate_in_file' })).toBe('already in the library')
  expect(whyNotRetried({ ...plain, status: 'created', force: true })).toBe('written by this run already')
})

test('a skip says whether a rule left it out or there was nothing to take', () => {
  expect(whyNotRetried({ ...plain, code: 'sample' })).toBe('skipped by a rule')
  expect(whyNotRetried({ ...plain, code: 'ext_executable' })).toBe('nothing that can be ingested')
  expect(whyNotRetried({ ...plain, status: 'staged' })).toBe('not settled yet')
})
