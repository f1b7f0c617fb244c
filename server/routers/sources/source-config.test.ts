import { expect, test } from 'vitest'
import { z } from 'zod'
import { readSourceConfig } from './source-config.ts'

const kind = {
  config: z.strictObject({ url: z.url('Write an address.'), token: z.string().min(1) }),
  secret: 'token',
}

test('the secret of a kind is taken out of its settings', () => {
  expect(readSourceConfig(kind, { url: 'http://films.example/', token: 'hush' })).toEqual({
    config: { url: 'http://films.example/' },
    secret: 'hush',
  })
})

test('settings without their secret are refused, so that a new address never gets the old secret', () => {
  expect(() => readSourceConfig(kind, { url: 'http://evil.example/' })).toThrow()
})

test('a kind without a secret keeps what it was given', () => {
  const plain = { config: z.strictObject({ itemsPerSecond: z.number().default(100) }), secret: null }
  expect(readSourceConfig(plain, {})).toEqual({ config: { itemsPerSecond: 100 }, secret: null })
})
