import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import { span } from './number-words.ts'
import { seasonWords } from './season-words.ts'

// "S07D1" is a disc of the season, "S01Extras" what comes with it.
const tail = '(?=[^\\p{L}\\d]|$|d\\d|extras)'
const many = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?:s(?=\\d)|seasons?[ ._]|(?:${seasonWords})[ ._:])[ ._]?(\\d{1,2})(?:[ ._]s\\d{1,2}){0,30}(?:[ ._]{0,2}[-~&][ ._]{0,2}|[ ._](?:to|and)[ ._]|[ ._])(?:s|season)?[ ._]?(\\d{1,2})${tail}`,
  'iu',
)
const one = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?:s(?=\\d|[ ]\\d\\d)|seasons|(?:${seasonWords}))[ ._:]{0,2}(\\d{1,2}|(?:19|20)\\d{2})${tail}`,
  'iu',
)
const counted = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|ª|º|\\.|ème)?[ ._]{0,2}(?:${seasonWords})(?!\\p{L})`,
  'iu',
)
const chinese = /第[ ]?([一二三四五六七八九十]|\d{1,2})[ ]?[季期]/u
const chineseDigits = '一二三四五六七八九十'

/** A whole season or several, S02, Season 1, S01-S07, 第二季: the release names no single episode. */
export function findSeasonPack(text: string): Marker | null {
  const several = many.exec(text)
  const run = several && span(Number(several[1]), Number(several[2]))
  if (several && run && run.length > 1) return at(several, run)
  const single = one.exec(text) ?? counted.exec(text)
  if (single) return at(single, [Number(single[1])])
  const found = chinese.exec(text)
  if (!found) return null
  const digit = chineseDigits.indexOf(found[1] ?? '') + 1
  return at(found, [digit > 0 ? digit : Number(found[1])])
}

const at = (found: RegExpExecArray, seasons: number[]): Marker =>
  makeMarker(found.index, found.index + found[0].length, { seasons })
