import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'

const yearFirst = /(?<![\p{L}\d])((?:19|20)\d{2})([ ._-])(\d{1,2})\2(\d{1,2})(?!\d)/u
const yearLast = /(?<![\p{L}\d])(\d{1,2})([ ._-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/u
const eight = /(?<![\p{L}\d])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)(?!\p{L})/u
const six = /(?<![\p{L}\d])([12]\d)(\d{2})(\d{2})(?!\d)(?!\p{L})/u
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = `(${monthNames.join('|')})[a-z]{0,6}\\.?`
const named = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th)?[ ._-]${month}[ ._-]((?:19|20)\\d{2})(?!\\d)`,
  'iu',
)
const monthFirst = new RegExp(
  `(?<!\\p{L})${month}[ ._-](\\d{1,2})(?:st|nd|rd|th)?,?[ ._-]((?:19|20)\\d{2})(?!\\d)`,
  'iu',
)
const monthBetween = new RegExp(
  `(?<![\\p{L}\\d])((?:19|20)\\d{2})[ ._-]${month}[ ._-](\\d{1,2})(?!\\d)`,
  'iu',
)

/** A full date in a name, however it is ordered: 2014-04-28, 04.28.2014, 28-04-2014, 20140428, 28 Apr 2014. */
export function findAirDate(text: string): Marker | null {
  const first = yearFirst.exec(text)
  if (first) {
    const day = toDay(first[1], first[3], first[4]) ?? toDay(first[1], first[4], first[3])
    if (day) return dated(first, day)
  }
  const last = yearLast.exec(text)
  if (last) {
    const day = toDay(last[4], last[1], last[3]) ?? toDay(last[4], last[3], last[1])
    if (day) return dated(last, day)
  }
  const packed = eight.exec(text)
  if (packed) {
    const day = toDay(packed[1], packed[2], packed[3])
    if (day) return dated(packed, day)
  }
  return findSpelt(text)
}

// A month by its name stands before, behind or between day and year.
function findSpelt(text: string): Marker | null {
  const found = named.exec(text) ?? monthFirst.exec(text) ?? monthBetween.exec(text)
  if (!found) return null
  const parts = found.slice(1)
  const name = parts.find((part) => /^\D/.test(part)) ?? ''
  const year = parts.find((part) => part.length === 4 && /^\d/.test(part))
  const day = toDay(
    year,
    String(monthNames.indexOf(name.toLowerCase()) + 1),
    parts.find((part) => /^\d\d?$/.test(part)),
  )
  return day ? dated(found, day) : null
}

/** A date of six digits, 140428: less sure than a full one, for a number may look the same. */
export function findShortDate(text: string): Marker | null {
  const found = six.exec(text)
  const day = found && toDay(`20${found[1]}`, found[2], found[3])
  return found && day ? dated(found, day) : null
}

const dated = (found: RegExpExecArray, airDate: string): Marker =>
  makeMarker(found.index, found.index + found[0].length, { airDate })

function toDay(year = '', month = '', day = ''): string | null {
  const [m, d] = [Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
