import { cutEdition } from './edition.ts'
import { firmWordAt, releaseWordsAt } from './release-words.ts'
import { pickTitle, toTitle } from './title-text.ts'

const bracketedYear = /[[({]\s*((?:19|20)\d{2})\s*[\])}]/g
// A year, but not the start of a date, a picture's width or a number with a unit.
const bareYear =
  /(?<![\p{L}\p{N}])((?:19|20)\d{2})(?![\p{L}\p{N}])(?![._-]\d{1,2}[._-]\d{1,2}(?!\d))(?![x×]\d|-\d{4})/gu
// Layout, version and part may stand between the title and what ends it.
const behindTitle =
  /(?:[\s._-]{1,3}(?:3d|half|full|[hf]?-?(?:sbs|tab|ou)|v\d|(?:cd|dis[ck])[ ._-]?\d)){1,3}[\s._\-([]*$/i
// Only a release writes these so; "The Darjeeling Limited" is a title.
const shouted = /[\s._-]+(?:LiMiTED|LIMITED|iNTERNAL|INTERNAL|PROPER|REPACK|DUBBED|SUBBED)[\s._-]*$/
const leadingTag = /^\s*[[({](?![\s]*(?:19|20)\d{2}\s*[\])}])[^\])}]{1,60}[\])}][\s._-]*(?=[^\s._-])/

/** A movie's title and year from its name: the title ends at the year or at the first release word. */
export function readMovieTitle(stem: string): { title: string; year: number | null; end: number } {
  const text = unwrap(stem)
  const release = releaseWordsAt(text)
  const year = findYear(text, firmWordAt(text))
  if (year?.at === 0) {
    const rest = text.slice(year.end)
    const stop = releaseWordsAt(rest)
    return {
      title: finish(stop > 0 ? rest.slice(0, stop) : rest),
      year: year.value,
      end: stop < 0 ? -1 : stop + year.end,
    }
  }
  const ends = [year?.at ?? -1, release].filter((at) => at > 0)
  const end = ends.length ? Math.min(...ends) : -1
  const title = finish(end > 0 ? text.slice(0, end) : text)
  // Only release words, "1080p.mkv": better those than nothing.
  return { title: title === '' ? toTitle(text) : title, year: year?.value ?? null, end }
}

// The tag of a group before the title goes, a title that is all bracket ("[rec]") stays.
function unwrap(stem: string): string {
  let text = stem
  for (let round = 0; round < 3; round++) {
    const rest = text.replace(leadingTag, '')
    if (
      rest === text ||
      /^(?:19|20)\d{2}(?!\p{L})/u.test(rest) ||
      !/[\p{L}\p{N}]/u.test(rest.replace(/[[({][^\])}]*[\])}]/g, ''))
    )
      break
    text = rest
  }
  return text
}

function findYear(text: string, firmAt: number): { value: number; at: number; end: number } | null {
  const inBrackets = [...text.matchAll(bracketedYear)].find((found) => isPlausible(found[1]))
  if (inBrackets) return at(inBrackets)
  const bare = [...text.matchAll(bareYear)].filter((found) => isPlausible(found[1]) && found.index > 0)
  const before = bare.findLast((found) => firmAt < 0 || found.index < firmAt)
  const found = before ?? bare[0]
  return found ? at(found) : null
}

const at = (found: RegExpMatchArray): { value: number; at: number; end: number } => {
  const index = found.index ?? 0
  return { value: Number(found[1]), at: index, end: index + found[0].length }
}

const isPlausible = (year: string | undefined): boolean => Number(year) >= 1888 && Number(year) <= 2040

const finish = (raw: string): string =>
  toTitle(cutEdition(pickTitle(raw)).replace(behindTitle, '').replace(shouted, ''))
