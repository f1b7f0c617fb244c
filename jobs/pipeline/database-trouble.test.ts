import { expect, test } from 'vitest'
import { databaseTrouble, isTransient } from './database-trouble.ts'

function refused(code: string, fields: object = {}): Error {
  return new Error('Failed query', { cause: Object.assign(new Error('value too long'), { code, ...fields }) })
}

test('data and constraint errors are trouble of their rows, with where they happened', () => {
  expect(
    databaseTrouble(refused('23505', { constraint_name: 'episode_key', table_name: 'episode' })),
  ).toEqual({
    code: 'database_error',
    detail: 'The database refused it (episode_key): value too long',
    evidence: { sqlstate: '23505', table: 'episode', constraint: 'episode_key' },
  })
  expect(databaseTrouble(refused('22003'))?.detail).toBe('The database refused it: value too long')
})

test.each(['40P01', '40001', '53300', '57P01', '08006', 'CONNECTION_CLOSED'])(
  '%s may succeed when tried again',
  (code) => {
    expect(isTransient(refused(code))).toBe(true)
    expect(databaseTrouble(refused(code))).toBeNull()
  },
)

test('an error that is not the database’s is neither', () => {
  expect(databaseTrouble(new TypeError('x is not a function'))).toBeNull()
  expect(isTransient(new TypeError('x is not a function'))).toBe(false)
})
