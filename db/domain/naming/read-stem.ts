import { readBracketTitle } from './bracket-title.ts'
import { readEpisodeTitle } from './episode-title.ts'
import { findMarker } from './find-marker.ts'
import { withoutIds } from './ids.ts'
import type { Marker } from './marker.ts'
import { readMovieTitle } from './movie-title.ts'
import { leadingGroup } from './release-group.ts'
import { firmWordAt } from './release-words.ts'
import { span } from './number-words.ts'
import { tidyName } from './tidy-name.ts'
import { pickTitle, splitYear, toTitle } from './title-text.ts'

/** What one name (a file's without extension, or a folder's) says by itself. */
export type Reading = {
  /** The tidied name that everything else was read from. */
  text: string
  /** Its numbers; null for a movie or a name without any. */
  marker: Marker | null
  title: string
  year: number | null
  /** Where in `text` the title is over; -1 if nothing follows it. */
  end: number
}

const checksum = /[[(][0-9A-F]{8}[\])]\s*$/i
const leadingTags = /^(?:\s*\[[^\][]{0,60}\][\s._-]*)+(?=[^\s[])/
const dayCode = /^\s*[12]\d[01]\d[0-3]\d[ _.]+(?=\S)/
const absoluteBefore = /[\s._]+-[\s._]+(\d{2,4}(?:\.\d)?)[\s._([-]*$/
const absoluteRange = /[\s._]+(?:-[\s._]+)?(\d{3,4})-(\d{3,4})[\s._([-]*$/
const absoluteAfter = /^[\s._]+(\d{3,4})(?=$|[\s._]*[[(])/
const asides =
  /[\s._-]*\((?:mini)?series?\)|[\s._-]+ep(?:isode)?[\s._-]*$|[\s._-]+(?:the[\s._]+)?complete(?:[\s._]+series)?[\s._-]*$/gi
const openYear = /\(((?:19|20)\d{2})\/$/
const yearAfter = /[[({\s._-]((?:19|20)\d{2})(?![\p{L}\p{N}])(?![._-]\d{1,2}[._-]\d)/u

/** Reads a name alone, without its folders; in a movie library only a certain episode number is one. */
export function readStem(stem: string, domain?: 'movie' | 'show'): Reading {
  const text = lastAlternative(withoutIds(tidyName(stem)).trim())
  const isSigned = leadingGroup(text) !== null || checksum.test(text)
  const found = findMarker(text, isSigned)
  const marker = found && belongsToMovie(found, text, domain) ? null : found
  if (!marker) return { text, marker: null, ...readMovieTitle(text) }
  let raw = text.slice(0, marker.start)
  if (marker.trust === 'sure') raw = takeAbsolute(marker, raw, isSigned ? text : '')
  const named = readShowTitle(raw, marker)
  // "[Group] 01 - Title [720p]": the number may stand first.
  const { title, year } = splitYear(
    named === '' && isSigned ? (readEpisodeTitle(text.slice(marker.end)) ?? '') : named,
  )
  return { text, marker, title, year, end: marker.end }
}

const tag = /^\s*\[[^\][]{1,40}\]\s*/

// "Заголовок (S2E1) / Title (S2E1)": the same twice, and catalogues know the last.
function lastAlternative(text: string): string {
  const at = text.lastIndexOf(' / ')
  if (at < 0) return text
  const last = text.slice(at + 3)
  return (findMarker(last, false)?.start ?? 0) > 2 &&
    /\p{L}{3}/u.test(last) &&
    findMarker(text.slice(0, at), false)
    ? `${tag.exec(text)?.[0] ?? ''}${last}`
    : text
}

function belongsToMovie(marker: Marker, text: string, domain: 'movie' | 'show' | undefined): boolean {
  if (domain === 'movie') return marker.trust !== 'sure'
  if (domain === 'show' || marker.trust !== 'guess') return false
  // A number before the year is part of a movie's title: "Title 2 (2010)", "Title.Part.2.2011".
  // … but no movie is called by a range of numbers.
  return marker.absolute.length < 2 && yearAfter.test(text.slice(marker.end))
}

function takeAbsolute(marker: Marker, raw: string, text: string): string {
  const several = absoluteRange.exec(raw)
  const numbers = several && span(Number(several[1]), Number(several[2]))
  if (several && numbers) {
    marker.absolute = numbers
    return raw.slice(0, several.index)
  }
  if (text === '') return raw
  const before = absoluteBefore.exec(raw)
  const found = before ?? absoluteAfter.exec(text.slice(marker.end))
  if (!found) return raw
  marker.absolute = [Number(found[1])]
  return before ? raw.slice(0, before.index) : raw
}

function readShowTitle(raw: string, marker: Marker): string {
  const bracketed = readBracketTitle(raw.trim())
  if (bracketed !== null) {
    // One closed bracket alone is the group's tag, and the title is missing.
    return /^\[[^\][]*\]$/.test(raw.trim()) ? '' : bracketed
  }
  let text = raw.replace(leadingTags, '')
  if (!marker.airDate) text = text.replace(dayCode, '')
  const firm = firmWordAt(text)
  // "Title [HDTV 720p][Cap.101]": release words may stand before the number.
  if (firm > 0) text = text.slice(0, firm)
  return toTitle(pickTitle(text.replace(asides, '').replace(openYear, '($1)')))
}
