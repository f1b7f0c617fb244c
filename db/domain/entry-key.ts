import { createHash } from 'node:crypto'

/** Most bytes a key may have: it stands in btree indexes, whose rows end at a third of a page. */
const KEY_BYTES = 500

/** A key that fits an index: the text itself when it is short, else its head and a hash of the whole. */
export function entryKey(text: string): string {
  if (Buffer.byteLength(text) <= KEY_BYTES) return text
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 40)
  const head = Buffer.from(text)
    .subarray(0, KEY_BYTES - 48)
    .toString()
    .replace(/\uFFFD+$/, '')
  return `${head}…#${hash}`
}
