import { isUtf8 } from 'node:buffer'

// A private-use range: a byte b that is not part of valid UTF-8 stands as the character U+F700 + b.
const BASE = 0xf700
const reserved = /[\uF700-\uF7FF]/

/**
 * A path's bytes as text, so that every path has exactly one text and the text leads back to the same bytes:
 * valid UTF-8 stays as it is (never normalised), other bytes become private characters.
 */
export function pathText(bytes: Buffer): string {
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8')
    // Whoever has such characters in a name on disk gets their bytes escaped too, or two paths would be one.
    return reserved.test(text) ? text.replace(/[\uF700-\uF7FF]/g, escapeCharacter) : text
  }
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    text += length === 0 ? escapeByte(bytes[at] ?? 0) : pathText(bytes.subarray(at, at + length))
    at += length || 1
  }
  return text
}

/** The bytes of a path that `pathText` wrote down. */
export function pathBytes(text: string): Buffer {
  if (!reserved.test(text)) return Buffer.from(text, 'utf8')
  return Buffer.concat(
    text
      .split(/([\uF700-\uF7FF])/)
      .map((part) =>
        part.length === 1 && reserved.test(part)
          ? Buffer.from([part.charCodeAt(0) - BASE])
          : Buffer.from(part, 'utf8'),
      ),
  )
}

/** A path as a person reads it: escaped bytes as \xE9, line breaks and other control characters made visible. */
export function displayPath(text: string): string {
  return text
    .replace(/[\uF700-\uF7FF]/g, (character) => `\\x${hex(character.charCodeAt(0) - BASE)}`)
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, (character) => `\\x${hex(character.charCodeAt(0))}`)
}

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

function escapeByte(byte: number): string {
  return String.fromCharCode(BASE + byte)
}

function escapeCharacter(character: string): string {
  return Array.from(Buffer.from(character, 'utf8'), escapeByte).join('')
}

/** How many bytes the well-formed UTF-8 sequence at `at` has; 0 if there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || at + length > bytes.length) return 0
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0
}
