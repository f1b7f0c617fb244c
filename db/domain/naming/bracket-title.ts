import { pickTitle, toTitle } from './title-text.ts'

const pieces = /\[([^\][]*)\]?/g
const filler = /^(?:(?:19|20)\d{2}|\d{1,2}月新番|国漫|國漫|新番|\d{1,2}月|tv|movie|ova|bdrip|完|v\d)$/iu
const latin = /\p{sc=Latin}{2}/u

/** The title in a name that is all brackets, [Group][中文][Title][07][1080p]; null if there are words outside them. */
export function readBracketTitle(raw: string): string | null {
  if (!raw.startsWith('[') || /[\p{L}\p{N}]/u.test(raw.replace(pieces, ' '))) return null
  const found = [...raw.matchAll(pieces)].map((piece) => (piece[1] ?? '').trim())
  // The first bracket is the group's, if there is another.
  const titles = found
    .slice(found.length > 1 ? 1 : 0)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) && !filler.test(piece))
  const spoken = titles.filter((piece) => latin.test(piece))
  const title = spoken[0] ?? titles.at(-1)
  return title === undefined ? null : toTitle(pickTitle(title))
}
