import fc from 'fast-check'

/** A UTF-16 unit of any kind, with what breaks text more often than chance: NUL, halves of pairs, U+FFFD. */
const anyUnit = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    '\0',
    '\ufffd',
    '…',
    ' ',
    "'",
    '&',
    'İ',
    'ℌ',
    'ŉ',
    'ß',
    'Σ',
    '\u0301',
    '＆',
    'the ',
    'a ',
    'an ',
  ),
)

/** Any text that a JavaScript string can hold, also what no well-behaved file name would. */
export const anyText = (size: { minLength?: number; maxLength?: number } = {}) =>
  fc.string({ unit: anyUnit, ...size })
