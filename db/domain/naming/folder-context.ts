import { isExtrasFolder } from './extras.ts'
import { readStem } from './read-stem.ts'
import type { Reading } from './read-stem.ts'
import { readSeasonFolder } from './season-folder.ts'

// Folders that sort things, and so name no show and no film.
const sorting =
  /^(?:tv|tv[ ._-]?(?:shows?|series|drop)|shows?|series|serien|movies?|films?|filme|anime|media|downloads?|completed?|incoming|unsorted|videos?|data|temp|tmp|test|server|library|mnt|srv|home|volumes?|drive|mkv|subs?|subtitles|.|\d{1,4}[ ._]?-[ ._]?\d{1,4}|\d+p)$/i

/** What the folders above a file say. */
export type FolderContext = {
  /** The season of the folder that holds the file, or null. */
  season: number | null
  /** The folder that should be named for the show or film, read; null if none is. */
  above: Reading | null
  /** Whether `above` holds the file directly, with no season folder between. */
  isDirect: boolean
}

/** Reads the nearest folders above a file: a season folder, and the show's or film's own one. */
export function readFolders(folders: string[], domain?: 'movie' | 'show'): FolderContext {
  let season: number | null = null
  let at = folders.length - 1
  while (at >= 0) {
    const folder = folders[at] ?? ''
    const found = domain === 'movie' ? null : readSeasonFolder(folder, folders[at - 1] ?? null)
    if (found !== null) season ??= found
    else if (!isExtrasFolder(folder)) break
    at--
  }
  const name = folders[at]
  const above = name === undefined || sorting.test(name.trim()) ? null : readStem(name, domain)
  const pack = above?.marker
  if (
    pack &&
    pack.trust !== 'guess' &&
    pack.seasons.length === 1 &&
    !pack.episodes.length &&
    !pack.absolute.length
  ) {
    season ??= pack.seasons[0] ?? null
  }
  return { season, above, isDirect: at === folders.length - 1 }
}
