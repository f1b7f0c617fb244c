import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import { readRun } from './episode-run.ts'

const seasonWord = 's|se|season|saison|staffel|stagione|temporada|temp|seizoen|series|sezon|сезон|säsong'
const episodeWord = 'e|ep|eps|episodes?|épisode|episodio|folge|afl|aflevering|xe|x|ex|cap|серия|серии|серії'
// After the number: the end of a word, another episode, a version, or a half ("a", "b").
const tail = '(?!\\d)(?=[^\\p{L}]|[ex]p?\\d|v\\d|[a-d](?![\\p{L}\\d])|$)'
const strict = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${seasonWord})[ ._]{0,2}(\\d{1,4})[ ._,\\-]{0,4}(?:${episodeWord})[ ._]{0,2}(\\d{1,5})${tail}`,
  'giu',
)
// "zoos01e11": the show's short name grown together with the number.
const grown = /(?<=\p{L})s(\d{1,2})[ ._-]?(?:ep|e|xe)(\d{1,4})(?!\d)(?!\p{L}{2})/iu
const chapter = /\[?(?<![\p{L}\p{N}])cap\.?[ ]?(\d{1,2})(\d{2})(?:[_-](?:\d{1,2})(\d{2}))?(?!\d)\]?/iu
const again = /(?<![\p{L}\p{N}])s(\d{1,4})[ ._]?e(\d{1,4})(?![\p{L}\d])/giu
const half = /\.5(?!\d)/y

/** S01E02 in all its spellings, with the episodes that follow it: the surest thing a name can say. */
export function findSeasonEpisode(text: string): Marker | null {
  strict.lastIndex = 0
  const found = strict.exec(text)
  if (found) return withRun(text, found, Number(found[1]), Number(found[2]))
  return null
}

/** The same grown together with the word before it, which only a scene's short file names do. */
export function findGrownSeasonEpisode(text: string): Marker | null {
  const found = grown.exec(text)
  return found ? withRun(text, found, Number(found[1]), Number(found[2])) : null
}

/** Spanish [Cap.804]: season 8, episode 4, whatever season stands elsewhere in the name. */
export function findChapter(text: string): Marker | null {
  const found = chapter.exec(text)
  if (!found) return null
  const first = Number(found[2])
  const last = found[3] === undefined ? first : Number(found[3])
  const run = last > first ? Array.from({ length: last - first + 1 }, (_, step) => first + step) : [first]
  const season = /[ ._-]*(?:temporada|temp\.?)[ ._]*\d{1,2}/i.exec(text)
  const start = season && season.index < found.index ? season.index : found.index
  return makeMarker(start, found.index + found[0].length, {
    seasons: [Number(found[1])],
    episodes: run,
    trust: 'sure',
  })
}

function withRun(text: string, found: RegExpExecArray, season: number, first: number): Marker {
  const words = !/^(?:s|e|\d)*$/i.test(found[0])
  const run = readRun(text, first, found.index + found[0].length, { words })
  // "S2E1-16 of 16" is the whole season.
  const all = /^[ ._]of[ ._](\d{1,3})(?!\d)/i.exec(text.slice(run.end))
  if (all && run.episodes.length > 1 && run.episodes[0] === 1 && run.episodes.at(-1) === Number(all[1])) {
    return makeMarker(found.index, run.end + all[0].length, { seasons: [season], trust: 'sure' })
  }
  half.lastIndex = run.end
  const isSpecial = season === 0 || (run.episodes.length === 1 && half.test(text))
  return makeMarker(found.index, run.end, {
    seasons: [season],
    episodes: withLater(text, run.end, season, run.episodes),
    trust: 'sure',
    isSpecial,
  })
}

// "s01e01.first.title.s01e02.second.title": the later ones count if they go on in the same season.
function withLater(text: string, from: number, season: number, episodes: number[]): number[] {
  const all = [...episodes]
  again.lastIndex = from
  for (let found = again.exec(text); found; found = again.exec(text)) {
    const value = Number(found[2])
    const last = all.at(-1) ?? 0
    if (Number(found[1]) === season && value > last && value <= last + 20) all.push(value)
  }
  return all
}
