import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanJson, cleanText } from './clean-text.ts'
import { anyText } from './testing/any-text.ts'

const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

describe('clean text', () => {
  test('can be stored, whatever it was, and is no longer than the limit', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const clean = cleanText(text, limit)
        expect(isStorable(clean)).toBe(true)
        expect(clean.length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  test('is the text itself where that can be stored and fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        fc.pre(isStorable(text))
        expect(cleanText(text)).toBe(text)
      }),
    )
  })

  test('stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const clean = cleanText(text, limit)
        expect(cleanText(clean, limit)).toBe(clean)
      }),
    )
  })

  test('is cut before a pair rather than through it, and says that it was cut', () => {
    expect(cleanText('ab😀cd', 4)).toBe('ab…')
    expect(cleanText('ab😀cd', 5)).toBe('ab😀…')
    expect(cleanText('ab😀c', 5)).toBe('ab😀c')
  })

  test('shows where a lone half of a pair was, and nothing where NUL was', () => {
    expect(cleanText('a\0b\ud83dc')).toBe('ab\ufffdc')
  })
})

describe('clean JSON', () => {
  test('can be stored as jsonb: no text in it, nor the name of a field, breaks', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), anyText(), anyText(), (value, name, text) => {
        for (const inner of textsIn(cleanJson({ [name]: [text, value] }))) {
          expect(isStorable(inner)).toBe(true)
        }
      }),
    )
  })

  test('is the value itself where that can be stored', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme-ascii' }), (value) => {
        expect(cleanJson(value)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('of nothing is nothing', () => {
    expect(cleanJson(undefined)).toBeUndefined()
    expect(cleanJson(null)).toBeNull()
  })

  test('keeps the named fields of evidence, also one called __proto__', () => {
    const evidence: unknown = JSON.parse('{"__proto__": "a", "b\\u0000": 1}')
    expect(JSON.stringify(cleanJson(evidence))).toBe('{"__proto__":"a","b":1}')
  })
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)])
}
