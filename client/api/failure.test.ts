import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { failureOf, faultsIn, isMissing, isSignedOut } from './failure.ts'

function refused(message: string, httpStatus: number, code: string, fields: unknown = []) {
  return TRPCClientError.from({ error: { code: -32600, message, data: { httpStatus, code, fields } } })
}

const problem = (field: string) => ({
  field,
  message: `Mend ${field}.`,
  sentence: `${field}: Mend ${field}.`,
})

test('a refusal keeps its sentence, its status and its code', () => {
  expect(failureOf(refused('Choose at least one library.', 400, 'BAD_REQUEST'))).toEqual({
    message: 'Choose at least one library.',
    status: 400,
    code: 'BAD_REQUEST',
    fields: [],
  })
})

test('no answer at all has no status and says so', () => {
  const failure = failureOf(TRPCClientError.from(new TypeError('Failed to fetch')))
  expect(failure.status).toBeNull()
  expect(failure.message).toBe('Marquee did not answer. Is it running?')
})

test('signed out and missing are told apart', () => {
  expect(isSignedOut(refused('Sign in first.', 401, 'UNAUTHORIZED'))).toBe(true)
  expect(isMissing(refused('Sign in first.', 401, 'UNAUTHORIZED'))).toBe(false)
  expect(isMissing(refused('No such run.', 404, 'NOT_FOUND'))).toBe(true)
})

test('faults go to the fields that the form has, and the others are told in a sentence', () => {
  const error = refused('all of it', 400, 'BAD_REQUEST', [
    problem('config.path'),
    problem('lanes'),
    { field: 7 },
  ])
  expect(faultsIn(error, { 'config.path': 'path' })).toEqual({
    faults: { path: 'Mend config.path.' },
    rest: 'lanes: Mend lanes.',
  })
})

test('a refusal that is about no field is told as a whole', () => {
  expect(faultsIn(refused('Taken.', 409, 'CONFLICT'), { title: 'title' })).toEqual({
    faults: {},
    rest: 'Taken.',
  })
})
