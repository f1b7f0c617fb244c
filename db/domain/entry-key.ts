import { createHash } from 'node:crypto'

/** Most bytes a key may have: it stands in btree indexes, whose rows end at a third of a page. */
const KEY_BYTES = 500

/**
 * A key that fits an index and can be stored: the text itself where it is short and sound, else its head and a
 * hash of the whole.
 */
export function entryKey(text: string): string {
  const isSound = text.isWellFormed() && !text.includes('\0')
  if (isSound && Buffer.byteLength(text) <= KEY_BYTES) return text
  // Hashed as UTF-16: in UTF-8 all lone surrogates are the same.
  const hash = createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex').slice(0, 40)
  const head = Buffer.from(text.replaceAll('\0', ''))
    .subarray(0, KEY_BYTES - 48)
    .toString()
    .replace(/\uFFFD+$/, '')
  return `${head}…#${hash}`
}
