import { readRun } from './episode-run.ts'
import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'

const crossed = /(?<![\p{L}\p{N}]|[ ._-]\d[.,])(\d{1,4})x(\d{1,5})(?!\d)(?!\p{L}(?<!x))(?!x?p(?!\p{L}))/giu

/** 1x02 and its runs, but never a picture size such as 1280x720. */
export function findCrossEpisode(text: string): Marker | null {
  crossed.lastIndex = 0
  for (let found = crossed.exec(text); found; found = crossed.exec(text)) {
    const season = Number(found[1])
    const first = Number(found[2])
    if (!isPlausible(season, first)) continue
    const run = readRun(text, first, found.index + found[0].length, { underscore: true })
    return makeMarker(found.index, run.end, {
      seasons: [season],
      episodes: run.episodes,
      trust: 'sure',
      isSpecial: season === 0,
    })
  }
  return null
}

// A season is below a hundred or a year; a year's season has no more episodes than days.
function isPlausible(season: number, episode: number): boolean {
  if (episode >= 263 && episode <= 266 && season < 10) return false
  if (season < 100) return true
  return season >= 1930 && season <= 2099 && episode < 367
}
