import { expect, test } from 'vitest'
import { faultsOf } from './account-form.ts'

const account = { name: 'Ana', email: 'ana@example.com', password: 'four plain words', token: '' }

test('a whole account has no faults', () => {
  expect(faultsOf(account, false)).toEqual({})
})

test('each field that is missing or too short says what to do', () => {
  const faults = faultsOf({ name: ' ', email: 'ana', password: 'short', token: '' }, true)
  expect(Object.keys(faults).toSorted()).toEqual(['email', 'name', 'password', 'token'])
})

test('the token is asked for only where it is needed', () => {
  expect(faultsOf(account, true)).toHaveProperty('token')
  expect(faultsOf({ ...account, token: 'abc' }, true)).toEqual({})
})
