import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import { span } from './number-words.ts'

const tail = '(?=$|[ ._\\-\\])])'
const alone = /^[\s[(]*(\d{1,4})[\s\])]*(?:v\d)?$/
const run = new RegExp(`^(\\d{1,3})-(\\d{1,3})${tail}`)
const dashedPair = /^(\d{1,2})-(\d{2})(?=$|[ ._])/
const leading = new RegExp(`^[\\[(]?(\\d{1,4})[\\])]?${tail}(?![ ._-]\\d{1,2}[ ._-]\\d{2,4})`)
const trailing = /(?<=[ ._-])(\d{1,4})$/
const notEpisode = /^(?:480|540|576|720|1080|2160|19\d\d|20\d\d)$/

/** The episode of a file that a season folder holds, where the name gives a bare number: "05 Title", "02-04", "7". */
export function findInSeason(text: string, season: number): Marker | null {
  const several = run.exec(text)
  const episodes = several && span(Number(several[1]), Number(several[2]))
  if (several && episodes && episodes.length > 1) return at(0, several[0].length, season, episodes)
  const found = alone.exec(text) ?? leading.exec(text)
  if (found && !notEpisode.test(found[1] ?? ''))
    return at(0, found[0].length, season, [withoutSeason(found[1] ?? '', season)])
  const last = trailing.exec(text)
  if (last && !notEpisode.test(last[1] ?? ''))
    return at(last.index, last[0].length, season, [withoutSeason(last[1] ?? '', season)])
  return null
}

/** The same without a season folder: only a name that is a number, or begins with one of two digits. */
export function findBareNumber(text: string, isKnownShow: boolean): Marker | null {
  const pair = dashedPair.exec(text)
  if (pair) {
    return makeMarker(0, pair[0].length, {
      seasons: [Number(pair[1])],
      episodes: [Number(pair[2])],
      trust: 'guess',
    })
  }
  const only = alone.exec(text)
  const found =
    only ?? (isKnownShow ? /^(\d{2})(?=[ ._]?-|[ ._]\p{L})/u : /^(\d{2})(?=[ ._]-[ ._])/).exec(text)
  const digits = found?.[1] ?? ''
  if (!found || (only && digits.length > 2) || notEpisode.test(digits)) return null
  return makeMarker(0, found[0].length, { episodes: [Number(digits)], trust: 'guess' })
}

/** The episode in a number that repeats the season before it, "1011" in season 10; else the number itself. */
export function withoutSeason(digits: string, season: number): number {
  const prefix = String(season)
  const rest = digits.slice(prefix.length)
  return rest.length === 2 && digits.startsWith(prefix) ? Number(rest) : Number(digits)
}

const at = (start: number, length: number, season: number, episodes: number[]): Marker =>
  makeMarker(start, start + length, { seasons: [season], episodes })
