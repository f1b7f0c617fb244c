import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryKey } from './entry-key.ts'
import { anyText } from './testing/any-text.ts'

const someText = fc.oneof(anyText({ maxLength: 40 }), anyText({ minLength: 150, maxLength: 700 }))

test('a key fits an index and can be stored, whatever it is made from', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const key = entryKey(text)
      expect(Buffer.byteLength(key)).toBeLessThanOrEqual(500)
      expect(key.isWellFormed() && !key.includes('\0')).toBe(true)
    }),
  )
})

test('a key is the same each time, and a key is its own key', () => {
  fc.assert(
    fc.property(someText, (text) => {
      expect(entryKey(text)).toBe(entryKey(text))
      expect(entryKey(entryKey(text))).toBe(entryKey(text))
    }),
  )
})

test('two texts have two keys', () => {
  fc.assert(
    fc.property(someText, someText, (a, b) => {
      fc.pre(a !== b)
      expect(entryKey(a)).not.toBe(entryKey(b))
    }),
  )
})

test('long paths that differ only at their end have two keys', () => {
  fc.assert(
    fc.property(anyText({ minLength: 500, maxLength: 600 }), anyText(), anyText(), (head, a, b) => {
      fc.pre(a !== b)
      expect(entryKey(head + a)).not.toBe(entryKey(head + b))
    }),
  )
})

test('texts that differ only in what cannot be stored have two keys', () => {
  expect(entryKey('a\ud83d')).not.toBe(entryKey('a\ud83e'))
  expect(entryKey('a\ud83d')).not.toBe(entryKey('a\ufffd'))
  expect(entryKey('a\0b')).not.toBe(entryKey('ab'))
})

test('a short path is its own key', () => {
  expect(entryKey('Alpen (1998)/Alpen (1998).mkv')).toBe('Alpen (1998)/Alpen (1998).mkv')
  expect(entryKey('ä'.repeat(250))).toBe('ä'.repeat(250))
  expect(entryKey('ä'.repeat(251))).toContain('…#')
})
