import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import { span } from './number-words.ts'

const number = '(\\d{1,4})(?!\\d)(\\.\\d)?'
const version = '(?:[ ._]?v\\d)?(?:[ ._]?(?:end|fin|完))?'
const range =
  '(?:[-~](?:\\d{1,4}-){0,20}(\\d{1,4})(?!\\d)|[ ._]{1,2}~[ ._]{1,2}(\\d{1,4})(?!\\d)|[ ._]?[+&][ ._]?(\\d{1,4})(?!\\d))?'
const quality =
  '(?:\\d{3,4}[pi](?!\\p{L})|x26[45]|h[ .]?26[45]|hevc|web|bd|dvd|[hps]dtv|blu-?ray|vostfr|multi)'
const follows = `(?=[ ._]*(?:[\\[({]|$|-[ ._]|${quality}))`
// "01 - 119": a batch from the first one on; "21 - 101" is a title that ends in a number.
const batch = new RegExp(
  `(?<=[^ ._-])[ ._]{1,3}(?:-[ ._]{1,2})?(0{1,3}1)()[ ._]-[ ._](\\d{2,4})(?!\\d)${version}${follows}`,
  'giu',
)
// "- 07", "_-_07_": a dash, then a number that a bracket, a dash or the end closes.
const dashed = new RegExp(`(?<=[^ ._-])[ ._]{1,3}-[ ._]{0,2}${number}${range}${version}${follows}`, 'giu')
const tight = new RegExp(`(?<=[^ ._\\-\\d])-${number}${range}${version}${follows}`, 'giu')
// "- 07 Title": the same with a title behind it.
const dashedOpen = new RegExp(`(?<=[^ ._-])[ ._]{1,3}-[ ._]{1,2}${number}(?=[ ._])(?![ ._]of[ ._])`, 'iu')
// "Title 07 [720p]", "Title.31.[1280x720]"
const spaced = new RegExp(`(?<=[^ ._-])[ ._]{1,2}(?<!\\d[.])${number}${range}${version}${follows}`, 'giu')
// "Title 07 Name of the Episode [720p]": only two digits or more, or every title would hold an episode.
const spacedOpen = /(?<=[^ ._-])[ ._](\d{2,4})(?:v\d)?(?=[ ._]\p{L})/giu
const bracketed =
  /[ ._]{0,2}[[({](\d{1,4})(?:[ ]?[-~][ ]?(\d{1,4}))?(?:[ ]?v\d)?(?:[ ]?(?:end|fin|完))?[\])}]/giu
const seasonThen =
  /[ ._](?:s|season[ ._])(\d{1,2})(?:[ ._]{1,2}-[ ._]{1,2}(\d{1,4})|[ ._](\d{3,4}))(?:v\d)?(?=[ ._]*(?:[[({]|$|-[ ._]|v\d))/iu

/** A season and an absolute number, "S2 - 07", as anime groups write a second season. */
export function findSeasonAndNumber(text: string): Marker | null {
  const found = seasonThen.exec(text)
  if (!found || found.index === 0) return null
  const end = found.index + found[0].length
  return makeMarker(found.index, end, {
    seasons: [Number(found[1])],
    absolute: [Number(found[2] ?? found[3])],
  })
}

/** An absolute number in a name that a fansub group signed, where a lone number is the episode. */
export function findSignedNumber(text: string): Marker | null {
  return (
    lastOf(text, batch) ??
    lastOf(text, dashed) ??
    lastOf(text, tight) ??
    openDash(text) ??
    lastOf(text, bracketed, 1) ??
    lastOf(text, spaced) ??
    firstOpen(text)
  )
}

/** An absolute number in a name that nobody signed: after a dash, in brackets, or a whole range. */
export function findUnsignedNumber(text: string): Marker | null {
  const found = lastOf(text, dashed) ?? openDash(text, 2) ?? lastOf(text, bracketed, 2) ?? rangeOf(text)
  return found && { ...found, trust: 'guess' }
}

/** Two digits before the release words, "Title 06 720p": the weakest form. */
export function findLooseNumber(text: string): Marker | null {
  const found = lastOf(text, spaced, 2)
  return found && { ...found, trust: 'guess' }
}

function rangeOf(text: string): Marker | null {
  const found = lastOf(text, spaced, 2)
  return found && found.absolute.length > 1 ? found : null
}

function lastOf(text: string, pattern: RegExp, digits = 1): Marker | null {
  let best: Marker | null = null
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const made = toMarker(found, digits)
    // A range or the first plain number that a bracket follows; later ones are titles ("- 11 - 511 Kinderheim").
    if (made) best = made
    if (made && /^[ ._]*-[ ._]/.test(text.slice(made.end))) break
    pattern.lastIndex = Math.max(found.index + 1, found.index + found[0].length - 1)
  }
  return best
}

function toMarker(found: RegExpExecArray, digits: number): Marker | null {
  const [whole, first = '', ...rest] = found
  const fraction = rest.find((group) => group?.startsWith('.'))
  const last = rest.find((group) => isNumber(group))
  if (first.length < digits || found.index === 0 || film.test(found.input.slice(0, found.index))) return null
  if (last === undefined && (isYear(first) || isHeight(first))) return null
  const end = found.index + whole.length
  if (fraction) return makeMarker(found.index, end, { absolute: [Number(first + fraction)], isSpecial: true })
  const numbers = last === undefined ? [Number(first)] : span(Number(first), Number(last))
  if (!numbers || (last !== undefined && numbers.length < 2)) return null
  return makeMarker(found.index, end, { absolute: numbers })
}

function openDash(text: string, digits = 1): Marker | null {
  const found = dashedOpen.exec(text)
  return found && toMarker(found, digits)
}

function firstOpen(text: string): Marker | null {
  spacedOpen.lastIndex = 0
  for (let found = spacedOpen.exec(text); found; found = spacedOpen.exec(text)) {
    const made = toMarker(found, 2)
    if (made) return made
  }
  return null
}

// "The Movie 3" counts films.
const film = /(?:movie|film)[ ._]*$/i

const isNumber = (text: string | undefined): boolean => text !== undefined && /^\d+$/.test(text)
const isYear = (text: string): boolean => /^(?:19[2-9]\d|20[0-4]\d)$/.test(text)
// Picture heights and the codecs' numbers: "Title 1080 [", "h.264".
const isHeight = (text: string): boolean => /^(?:26[45]|480|540|576|720|1080|2160)$/.test(text)
