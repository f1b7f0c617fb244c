import { withFolderNumbers } from './folder-numbers.ts'
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

// "grp-film", "grp-film.720p": how scene groups shorten the file inside the folder.
const isScenesShort = /^[a-z0-9]{2,8}-[a-z0-9.]{2,20}$/
const isNameless = /^(?:movie|film|video|main|feature|title[ ._-]?\d*|sample|trailer|theme)$/i
const manyFilms = /(?:collection|trilogy|trilogie|quadrilogy|saga|box[ ._-]?set|anthology|pack)\b/i

/** Weighs a file's name against its folders; null if neither says what the file holds. */
export function chooseReading(stem: string, folders: string[], domain: Domain): Chosen | null {
  const context = readFolders(folders, domain)
  const own = readStem(stem, domain)
  const { above } = context
  const isHidden = looksObfuscated(stem) && own.marker?.trust !== 'sure'
  if (above && speaksBetter(above, own, isHidden, domain)) {
    const reading = { ...above, marker: above.marker && (oneOf(above.marker, own) ?? above.marker) }
    return { ...withFolderTitle(reading, context, domain), own: own.text }
  }
  if (isHidden) return null
  const reading = domain === 'movie' ? own : withFolderNumbers(own, context, folders, domain)
  const { marker, title, text } = reading
  if (marker && !context.show && title === '' && marker.seasons.length && !marker.episodes.length) return null
  return text === '' && !above ? null : withFolderTitle(reading, context, domain)
}

// The folder of a single release knows what the file inside only hints at.
function speaksBetter(above: Reading, own: Reading, isHidden: boolean, domain: Domain): boolean {
  if (own.marker?.trust === 'sure') return false
  if (isHidden) return above.title !== '' && (above.marker !== null || domain !== 'show')
  if (above.marker && oneOf(above.marker, own)) return true
  if (above.marker?.trust === 'sure') return domain !== 'movie' || firmWordAt(own.text) < 0
  if (above.marker || above.end <= 0) return false
  if (isNameless.test(own.text)) return above.year !== null
  if (firmWordAt(above.text) <= 0) return false
  if (own.year !== null)
    return own.year === above.year && foldTitle(own.title).endsWith(` ${foldTitle(above.title)}`)
  return (above.year !== null || isScenesShort.test(own.text)) && !sharesTitle(above, own)
}

// Several episodes in the folder's name, one of them in the file's: the file is right about which.
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

function withFolderTitle(reading: Reading, context: FolderContext, domain: Domain): Chosen {
  const asRead: Chosen = { reading, title: reading.title, year: reading.year, own: null }
  const named = context.show ?? (reading.title === '' ? context.above : null)
  if (!named || named.title === '') return asRead
  const isSame = foldTitle(named.title) === foldTitle(reading.title)
  const inFolder = { ...asRead, title: named.title, year: named.year ?? (isSame ? reading.year : null) }
  if (reading.marker) {
    const isShows = domain === 'show' || context.season !== null || reading.title === '' || isSame
    return isShows ? inFolder : asRead
  }
  if (domain === 'show' || isSame)
    return domain === 'show' ? inFolder : { ...asRead, year: reading.year ?? named.year }
  // "Film (1998)/anything.mkv": in a movie library a folder with a year is the film's.
  const isFilms =
    domain === 'movie' && reading.year === null && named.year !== null && !manyFilms.test(named.text)
  return isFilms ? inFolder : { ...asRead, title: reading.title || named.title }
}
