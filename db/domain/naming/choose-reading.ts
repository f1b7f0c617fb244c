import { findBareNumber, findInSeason } from './file-in-season.ts'
import { readFolders } from './folder-context.ts'
import type { FolderContext } from './folder-context.ts'
import type { Marker } from './marker.ts'
import { looksObfuscated } from './obfuscated.ts'
import { readStem } from './read-stem.ts'
import type { Reading } from './read-stem.ts'
import { firmWordAt } from './release-words.ts'
import { foldTitle } from './title-text.ts'

/** The reading that a file's name and folders agree on, with the title and year to go by. */
export type Chosen = {
  reading: Reading
  title: string
  year: number | null
  /** The file's own words where its folder spoke for it. */
  own: string | null
}

type Domain = 'movie' | 'show' | undefined

/** Weighs a file's name against its folders; null if neither says what the file holds. */
export function chooseReading(stem: string, folders: string[], domain: Domain): Chosen | null {
  const context = readFolders(folders, domain)
  const own = readStem(stem, domain)
  const above = context.above
  const isHidden = looksObfuscated(stem) && own.marker?.trust !== 'sure'
  if (above && context.isDirect && speaksBetter(above, own, isHidden, domain)) return fromFolder(above, own)
  if (isHidden) return null
  const reading = domain === 'movie' ? own : withFolderNumbers(own, context, folders, domain)
  if (reading.marker?.episodes.length === 0 && reading.marker.seasons.length && reading.title === '')
    return null
  if (reading.text === '' && !above) return null
  return withFolderTitle(reading, context, domain)
}

// "grp-film", "grp-film.720p": how scene groups shorten the file inside the folder.
const isScenesShort = /^[a-z0-9]{2,8}-[a-z0-9.]{2,20}$/

// The folder of a single release knows what the file inside only hints at.
function speaksBetter(above: Reading, own: Reading, isHidden: boolean, domain: Domain): boolean {
  if (own.marker?.trust === 'sure') return false
  if (isHidden) return above.title !== ''
  if (above.marker && oneOf(above.marker, own)) return true
  if (above.marker?.trust === 'sure') return domain !== 'movie' || firmWordAt(own.text) < 0
  if (above.marker || above.end <= 0 || firmWordAt(above.text) <= 0) return false
  if (own.year !== null)
    return own.year === above.year && foldTitle(own.title).endsWith(` ${foldTitle(above.title)}`)
  return (above.year !== null || isScenesShort.test(own.text)) && !sharesTitle(above, own)
}

// Two episodes in the folder's name, one of them in the file's: the file is right about which.
function fromFolder(above: Reading, own: Reading): Chosen {
  const marker = above.marker && (oneOf(above.marker, own) ?? above.marker)
  return { reading: { ...above, marker }, title: above.title, year: above.year, own: own.text }
}

function oneOf(many: Marker, own: Reading): Marker | null {
  const bare = /^\d{1,4}$/.test(own.text) ? Number(own.text) : undefined
  const first = bare ?? own.marker?.episodes[0] ?? own.marker?.absolute[0]
  if (first === undefined) return null
  if (many.absolute.length > 1 && many.absolute.includes(first)) return { ...many, absolute: [first] }
  return many.episodes.length > 1 && many.episodes.includes(first) ? { ...many, episodes: [first] } : null
}

const sharesTitle = (above: Reading, own: Reading): boolean => {
  const [a, b] = [foldTitle(above.title), foldTitle(own.title)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a)) && b.length > 3
}

function withFolderNumbers(own: Reading, context: FolderContext, folders: string[], domain: Domain): Reading {
  const { marker, text } = own
  if (context.season === null) {
    if (marker && marker.trust !== 'guess') return own
    const isKnown = domain === 'show' || context.above !== null
    const bare =
      (own.year === null ? findBareNumber(text, isKnown) : null) ??
      (marker ? null : numberAfterShow(text, folders))
    return bare
      ? { ...own, marker: bare, title: text.slice(0, bare.start).trim(), year: null, end: bare.end }
      : own
  }
  if (marker?.trust === 'sure' || marker?.airDate) return own
  if (!marker || marker.trust === 'guess' || /^\d/.test(text)) {
    const found = findInSeason(text, context.season)
    if (found) return { ...own, marker: found, title: '', year: null, end: found.end }
  }
  if (!marker)
    return own.year !== null && own.end > 0 ? own : { ...own, marker: inFolder(context.season, own) }
  if (marker.trust === 'guess' && marker.seasons.length && marker.seasons[0] !== context.season) {
    // "- 101" in season 2 is its episode 101, not season 1 episode 1.
    const whole = (marker.seasons[0] ?? 0) * 100 + (marker.episodes[0] ?? 0)
    return { ...own, marker: { ...marker, seasons: [context.season], episodes: [whole] } }
  }
  const episodes = marker.episodes.length ? marker.episodes : marker.absolute
  return {
    ...own,
    marker: { ...marker, seasons: marker.seasons.length ? marker.seasons : [context.season], episodes },
  }
}

const inFolder = (season: number, own: Reading): Marker | null =>
  season === 0
    ? {
        start: 0,
        end: own.text.length,
        seasons: [0],
        episodes: [],
        absolute: [],
        airDate: null,
        isSpecial: true,
        trust: 'likely',
      }
    : null

// "Show/Show 12": the folder's title and a number.
function numberAfterShow(text: string, folders: string[]): Marker | null {
  const show = folders.at(-1)
  const found = /^(.+?)[ ._-]+(\d{1,3})$/.exec(text)
  if (!show || !found || foldTitle(found[1] ?? '') !== foldTitle(show)) return null
  const start = (found[1] ?? '').length
  return {
    start,
    end: text.length,
    seasons: [],
    episodes: [Number(found[2])],
    absolute: [],
    airDate: null,
    isSpecial: false,
    trust: 'guess',
  }
}

function withFolderTitle(reading: Reading, context: FolderContext, domain: Domain): Chosen {
  const { above } = context
  const asRead = { reading, title: reading.title, year: reading.year, own: null }
  if (!above || above.title === '') return asRead
  const isSame = foldTitle(above.title) === foldTitle(reading.title)
  if (!reading.marker) {
    if (domain !== 'movie' && !isSame) return asRead
    return {
      ...asRead,
      title: reading.title || above.title,
      year: reading.year ?? (isSame ? above.year : null),
    }
  }
  const isShows = domain === 'show' || !context.isDirect || reading.title === ''
  if (!isShows && !isSame) return asRead
  return { ...asRead, title: above.title, year: above.year ?? (isSame ? reading.year : null) }
}
