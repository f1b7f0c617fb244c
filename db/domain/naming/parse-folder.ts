import { readIds } from './ids.ts'
import { emptyName } from './parsed-name.ts'
import type { ParsedName } from './parsed-name.ts'
import { readStem } from './read-stem.ts'
import { readSeasonFolder } from './season-folder.ts'

/** Reads a folder's own name: a season, one episode's folder, or the title that a show or film folder carries. */
export function parseFolder(name: string, parent: string | null, domain?: 'movie' | 'show'): ParsedName {
  const result: ParsedName = { ...emptyName(), ids: readIds(name) }
  const season = domain === 'movie' ? null : readSeasonFolder(name, parent)
  if (season !== null) {
    const above = parent === null ? null : readStem(parent, domain)
    const title = above?.title ?? ''
    return {
      ...result,
      kind: 'season',
      seasons: [season],
      isSpecial: season === 0,
      title,
      year: above?.year ?? null,
    }
  }
  const read = readStem(name, domain)
  const isEpisode = read.marker?.trust === 'sure'
  const isNumbered = read.marker !== null && read.marker.trust !== 'guess' && read.marker.airDate === null
  const title = isEpisode || isNumbered ? read.title : readStem(name, 'movie').title
  return {
    ...result,
    kind: isEpisode ? 'episode' : domain === 'movie' ? 'movie' : 'unknown',
    title,
    year: read.year,
    seasons: isEpisode ? (read.marker?.seasons ?? []) : [],
    episodes: isEpisode ? (read.marker?.episodes ?? []) : [],
  }
}
