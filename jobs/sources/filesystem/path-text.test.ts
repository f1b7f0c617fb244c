import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayPath, pathBytes, pathText } from './path-text.ts'

const name = fc.uint8Array({ minLength: 1, maxLength: 255 }).map((bytes) => Buffer.from(bytes))
// Mostly what people have on disk, with invalid bytes and our own private range thrown in between.
const spiced = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text.toWellFormed())),
      name,
      fc.constant(Buffer.from('\uF7E9')),
    ),
  )
  .map((parts) => Buffer.concat(parts))

describe('a path as text', () => {
  test('leads back to the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(name, spiced), (bytes) => {
        const text = pathText(bytes)
        expect(pathBytes(text)).toEqual(bytes)
        expect(text.isWellFormed()).toBe(true)
        expect(text.includes('\0')).toBe(bytes.includes(0))
      }),
      { numRuns: 500 },
    )
  })

  test('is another text for other bytes', () => {
    fc.assert(
      fc.property(spiced, spiced, (one, other) => {
        fc.pre(!one.equals(other))
        expect(pathText(one)).not.toBe(pathText(other))
      }),
    )
  })

  test('is cut at slashes like the bytes, so that folders and names can be joined as text', () => {
    fc.assert(
      fc.property(name, name, (folder, file) => {
        const joined = Buffer.concat([folder, Buffer.from('/'), file])
        expect(pathText(joined)).toBe(`${pathText(folder)}/${pathText(file)}`)
      }),
    )
  })

  test('keeps valid UTF-8 as it is, composed or not', () => {
    for (const text of ['Amélie', 'Ame\u0301lie', '🎬 Film', 'two\nlines', ' trailing. '])
      expect(pathText(Buffer.from(text))).toBe(text)
  })

  test('shows Latin-1 bytes and line breaks to a person', () => {
    expect(displayPath(pathText(Buffer.from('Am\xe9lie', 'latin1')))).toBe('Am\\xE9lie')
    expect(displayPath('two\nlines\t')).toBe('two\\nlines\\x09')
  })
})
