import { readRun } from './episode-run.ts'
import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import { readCount, span } from './number-words.ts'

const tail = '(?!\\d)(?=[^\\p{L}]|e[p\\d]|v\\d|[a-d](?![\\p{L}\\d])|$)'
const lettered = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?:e(?=\\d)|(?:ep|eps|episodes?|épisode|episodio|folge|afl|capitulo|сери[яиї])[ ._#:]{0,3})(\\d{1,4})${tail}`,
  'iu',
)
const turkish = /(?<![\p{L}\p{N}])(\d{1,4})[ .]{0,2}(?:b[öo]l[üu]m|blm)(?!\p{L})/iu
const cjk = /第[ ]?(\d{1,4})(?:[ ]?[-~][ ]?(\d{1,4}))?[ ]?[话話集回期章]/u
const cjkBare = /(?<![全共\d])(\d{1,4})[ ]?[话話集回](?!\d)/u
const ofMany = /(?<![\p{L}\p{N}])(\d{1,3})[ ._]?of[ ._]?(\d{1,3})(?!\d)/iu
const part =
  /(?<![\p{L}\p{N}])(?:part|pt|teil|parte|partie)[ ._]{0,2}(\d{1,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}\p{N}])/iu

// "Part 1 and Part 2", "Part 1-2"
const partsUntil = /^[ ._]?(?:-|&|\+|and|und)[ ._]?(?:(?:part|pt)[ ._]{0,2})?(\d{1,2})(?![\dpi])/i

/** An episode named without a season: E07, Ep 7, Episode 7, 7. Bölüm, 第7話. */
export function findEpisodeOnly(text: string): Marker | null {
  const found = lettered.exec(text)
  if (found) {
    const run = readRun(text, Number(found[1]), found.index + found[0].length)
    return makeMarker(found.index, run.end, { episodes: run.episodes })
  }
  return findCounted(text)
}

/** An episode counted by the words of other languages. */
export function findCounted(text: string): Marker | null {
  const plain = turkish.exec(text)
  if (plain) return at(plain, [Number(plain[1])])
  const spanned = cjk.exec(text)
  if (spanned) {
    const first = Number(spanned[1])
    return at(spanned, spanned[2] === undefined ? [first] : (span(first, Number(spanned[2])) ?? [first]))
  }
  const bare = cjkBare.exec(text)
  return bare ? at(bare, [Number(bare[1])]) : null
}

/** An episode of a short series told as "2of6" or "Part 2"; a film's part looks the same, hence a guess. */
export function findSeriesPart(text: string, onlyOfMany = false): Marker | null {
  const many = ofMany.exec(text)
  if (many) return { ...at(many, [Number(many[1])]), seasons: [1] }
  if (onlyOfMany) return null
  const found = part.exec(text)
  const count = found && readCount(found[1] ?? '')
  if (!found || !count) return null
  const last = partsUntil.exec(text.slice(found.index + found[0].length))
  const run = last ? span(count, Number(last[1])) : null
  const end = found.index + found[0].length + (run && last ? last[0].length : 0)
  return makeMarker(found.index, end, { episodes: run ?? [count], trust: 'guess' })
}

const at = (found: RegExpExecArray, episodes: number[]): Marker =>
  makeMarker(found.index, found.index + found[0].length, { episodes })
