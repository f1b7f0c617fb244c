import { findBareNumber, findInSeason, withoutSeason } from './file-in-season.ts'
import type { FolderContext } from './folder-context.ts'
import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'
import type { Reading } from './read-stem.ts'
import { foldTitle } from './title-text.ts'

/** A file's reading with what only its folders make clear: the season, and which bare number is the episode. */
export function withFolderNumbers(
  own: Reading,
  context: FolderContext,
  folders: string[],
  domain: 'show' | undefined,
): Reading {
  const { marker, text } = own
  if (context.season !== null) return inSeason(own, context.season)
  if (marker && marker.trust !== 'guess') return own
  const isKnown = domain === 'show' || context.above !== null
  const bare =
    (own.year === null ? findBareNumber(text, isKnown) : null) ??
    (marker ? null : numberAfterShow(text, folders))
  return bare
    ? { ...own, marker: bare, title: text.slice(0, bare.start).trim(), year: null, end: bare.end }
    : own
}

function inSeason(own: Reading, season: number): Reading {
  const { marker, text } = own
  if (marker?.trust === 'sure' || marker?.airDate) return own
  if (!marker || marker.trust === 'guess' || /^\d/.test(text)) {
    const found = findInSeason(text, season)
    if (found) return { ...own, marker: found, title: '', year: null, end: found.end }
  }
  if (!marker) {
    // Without a number a file among the specials is still one of them.
    const special = makeMarker(0, text.length, { seasons: [0], isSpecial: true })
    return season === 0 ? { ...own, marker: special } : own
  }
  if (marker.trust === 'guess' && marker.seasons.length && marker.seasons[0] !== season) {
    // "- 101" in season 2 is its episode 101, not season 1 episode 1.
    const whole = (marker.seasons[0] ?? 0) * 100 + (marker.episodes[0] ?? 0)
    return { ...own, marker: { ...marker, seasons: [season], episodes: [whole] } }
  }
  const seasons = marker.seasons.length ? marker.seasons : [season]
  if (marker.episodes.length) return { ...own, marker: { ...marker, seasons } }
  if (marker.trust !== 'guess') return { ...own, marker: { ...marker, seasons, episodes: marker.absolute } }
  const episodes = marker.absolute.map((number) => withoutSeason(String(number), season))
  const isRepeated = episodes.some((episode, at) => episode !== marker.absolute[at])
  return { ...own, marker: { ...marker, seasons, episodes, absolute: isRepeated ? [] : marker.absolute } }
}

// "Show/Show 12": the folder's title and a number.
function numberAfterShow(text: string, folders: string[]): Marker | null {
  const show = folders.at(-1)
  const found = /^(.+?)[ ._-]+(\d{1,3})$/.exec(text)
  if (!show || !found || foldTitle(found[1] ?? '') !== foldTitle(show)) return null
  return makeMarker((found[1] ?? '').length, text.length, { episodes: [Number(found[2])], trust: 'guess' })
}
