import { readCount } from './number-words.ts'

// A piece of one film: at the end of the name, or directly before release words.
const piece =
  /(?<![\p{L}\p{N}])(?:cd|dvd|dis[ck]|part|pt)[ ._-]?(\d{1,2}|[a-f]|i{1,3}|iv)(?![\p{L}\p{N}])(?=[^\p{L}]*$|[ ._-]+(?:[\p{L}\d.-]+[ ._-]?){0,12}$)/iu

/** Which piece of a split film a file is (cd1, part2, disc 1, part a); null if it is whole. */
export function readPart(stem: string): number | null {
  const found = piece.exec(stem)
  if (!found) return null
  const word = (found[1] ?? '').toLowerCase()
  if (/^[a-f]$/.test(word) && word !== 'i') return word.charCodeAt(0) - 96
  return readCount(word)
}
