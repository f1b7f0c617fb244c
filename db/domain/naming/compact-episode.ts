import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'

const heights = new Set([
  '240',
  '264',
  '265',
  '266',
  '360',
  '480',
  '540',
  '576',
  '640',
  '720',
  '800',
  '848',
  '960',
])
// "103", "1103", and "103.104" for two: season and episode written together.
const plain =
  /(?<=^|[ ._-])(?<![ ._-](?:h|x|part|pt|vol|no|ep)[ ._-]|[ ._-]\d\.)0?([1-9]\d?)(\d{2})(?=[ ._-]|$)(?![ ._-]?(?:bit|fps|mb|kbps|th|nd|rd|st)(?!\p{L}))/giu
const second = /[ ._-](\d{1,2})(\d{2})(?=[ ._-]|$)/iy
const doubled = /(?<=^|[ ._-])(\d{1,2})(\d{2})(\d{2})(?=[ ._-]|$)/u
const lettered = /(?<![\p{L}\p{N}])s(\d{2})(\d{2})(?!\d|\p{L})/iu

/** Season and episode run together: Show.103, Show.103.104, Show.10708, s0522. Always a guess but the last. */
export function findCompact(text: string): Marker | null {
  const sure = lettered.exec(text)
  if (sure) return at(sure.index, sure[0].length, sure[1], [sure[2]], 'likely')
  const pair = doubled.exec(text)
  if (pair && Number(pair[3]) === Number(pair[2]) + 1) {
    return at(pair.index, pair[0].length, pair[1], [pair[2], pair[3]], 'guess')
  }
  plain.lastIndex = 0
  for (let found = plain.exec(text); found; found = plain.exec(text)) {
    const [both, season, episode] = found
    if (episode === '00' || heights.has(both) || isYear(both)) continue
    // A number that opens a longer name belongs to its title ("300 …"); a name of nothing else is an episode.
    if (found.index === 0 && both.length < text.length) continue
    second.lastIndex = found.index + both.length
    const more = second.exec(text)
    if (more && more[1] === season && Number(more[2]) === Number(episode) + 1) {
      return at(found.index, both.length + more[0].length, season, [episode, more[2]], 'guess')
    }
    return at(found.index, both.length, season, [episode], 'guess')
  }
  return null
}

const isYear = (text: string): boolean => /^(?:19[2-9]\d|20[0-4]\d)$/.test(text)

function at(
  start: number,
  length: number,
  season: string | undefined,
  episodes: (string | undefined)[],
  trust: Marker['trust'],
): Marker {
  return makeMarker(start, start + length, {
    seasons: [Number(season)],
    episodes: episodes.map(Number),
    trust,
  })
}
