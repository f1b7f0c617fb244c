import { readCount } from './number-words.ts'
import { releaseWordsAt } from './release-words.ts'

const piece = /(?<![\p{L}\p{N}])(?:cd|dvd|dis[ck]|part|pt)[ ._-]?(\d{1,2}|[a-f]|i{1,3}|iv)(?![\p{L}\p{N}])/giu

/** Which piece of a split film a file is (cd1, part2, disc 1, part a); null if it is whole. */
export function readPart(stem: string): number | null {
  const many = /(?<![\p{L}\p{N}])(\d)[ ._]?of[ ._]?\d$/iu.exec(stem)
  if (many) return Number(many[1])
  const found = [...stem.matchAll(piece)].at(-1)
  if (!found) return null
  // At the end of the name, or directly before the release words; anywhere else it is a title's.
  const rest = stem.slice(found.index + found[0].length).replace(/^[\s._\-)\]]+/, '')
  if (/\p{L}/u.test(rest) && releaseWordsAt(rest) !== 0) return null
  const word = (found[1] ?? '').toLowerCase()
  return /^[a-f]$/.test(word) ? word.charCodeAt(0) - 96 : readCount(word)
}
