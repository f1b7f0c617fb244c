import type { ByteString } from './byte-string.ts'
import { judgeFile } from './file-rules.ts'

// "Film (2000) cd1.mkv", "film.part2.720p.avi", "Film (disc a).mkv": all but the number must be the same.
const PIECE = /^(.*?[ ._([-])(cd|dvd|dis[ck]|part|pt)([ ._-]?)(\d{1,2}|[a-d])(?=[ ._)\]-])(.*)(\.[^.]+)$/i

/** Films that are split over several files of one folder, by the name of their first file. */
export interface Stacks {
  /** The further files, in order, of the film that starts with this one. */
  partsOf(first: ByteString): ByteString[]
  /** True for a file that belongs to a film which another file starts. */
  isFurther(name: ByteString): boolean
}

/** A folder without split films. */
export const NO_STACKS: Stacks = { partsOf: () => [], isFurther: () => false }

/**
 * Finds the split films among a folder's names: at least two pieces, numbered from one on without a gap.
 * Where many films lie side by side only discs count: "Part 2" may well be the next film there.
 */
export function findStacks(names: readonly ByteString[], isOneFilm: boolean): Stacks {
  const groups = new Map<string, { name: ByteString; number: number }[]>()
  for (const name of names) {
    const found = PIECE.exec(name)
    if (!found || judgeFile(name) !== 'video') continue
    const [, before = '', word = '', gap = '', piece = '', after = '', extension = ''] = found
    if (!isOneFilm && /^p/i.test(word)) continue
    const group = [before, word, gap, after, extension].join('\0').toLowerCase()
    const number = /\d/.test(piece) ? Number(piece) : piece.toLowerCase().charCodeAt(0) - 96
    groups.set(group, [...(groups.get(group) ?? []), { name, number }])
  }
  const whole = [...groups.values()]
    .map((pieces) => pieces.toSorted((one, other) => one.number - other.number))
    .filter((pieces) => pieces.length > 1 && pieces.every(({ number }, at) => number === at + 1))
  if (whole.length === 0) return NO_STACKS
  const byFirst = new Map(whole.map(([first, ...rest]) => [first?.name, rest.map(({ name }) => name)]))
  const further = new Set([...byFirst.values()].flat())
  return { partsOf: (first) => byFirst.get(first) ?? [], isFurther: (name) => further.has(name) }
}
