import { isExtrasFolder } from './extras.ts'
import { looksObfuscated } from './obfuscated.ts'
import { readStem } from './read-stem.ts'
import type { Reading } from './read-stem.ts'
import { readSeasonFolder } from './season-folder.ts'

// Folders that sort things, and so name no show and no film.
const sorting =
  /^(?:tv|tv[ ._-]?(?:shows?|series|drop)|shows?|series|serien|movies?|films?|filme|anime|media|downloads?|completed?|incoming|unsorted|videos?|data|temp|tmp|test|server|library|mnt|srv|home|volumes?|drive|mkv|subs?|subtitles|.|\d{1,4}[ ._]?-[ ._]?\d{1,4}|\d+p)$/i
const yearOnly = /^(?:19|20)\d{2}$/

/** What the folders above a file say. */
export type FolderContext = {
  /** The season of the folder that holds the file, or null. */
  season: number | null
  /** The nearest folder that is not a season's or for extras, read: a release, a film's or the show's; or null. */
  above: Reading | null
  /** The show's folder, above seasons and releases; null if none of them can be it. */
  show: Reading | null
  /** Whether a season folder or release lies between the file and the show's folder. */
  isBelow: boolean
}

/** Reads the folders above a file: its season, the release it came in, and the show's or film's own folder. */
export function readFolders(folders: string[], domain?: 'movie' | 'show'): FolderContext {
  let season: number | null = null
  let above: Reading | null = null
  let isBelow = false
  for (let at = folders.length - 1; at >= 0; at--) {
    const folder = (folders[at] ?? '').trim()
    const parent = folders[at - 1]?.trim() ?? null
    const found = domain === 'movie' ? null : readSeasonFolder(folder, parent)
    if (found !== null) {
      season ??= found
      isBelow = true
      continue
    }
    if (isExtrasFolder(folder)) continue
    // Years sort a daily show's files, if the show's folder is above them.
    if (yearOnly.test(folder) && parent !== null && !sorting.test(parent)) continue
    if (sorting.test(folder)) break
    const read = readFolder(folder, domain)
    above ??= read
    season ??= seasonOfPack(read)
    if (read.marker === null) {
      const show = looksObfuscated(folder) || read.title === '' ? null : read
      return { season, above, show, isBelow }
    }
    isBelow = true
  }
  return { season, above, show: null, isBelow }
}

// A lone number in a folder's name belongs to the show ("Room 104"), a range of them to a batch of episodes.
function readFolder(folder: string, domain: 'movie' | 'show' | undefined): Reading {
  const read = readStem(folder, domain)
  const isLone = read.marker?.trust === 'guess' && read.marker.absolute.length < 2
  return isLone ? readStem(folder, 'movie') : read
}

function seasonOfPack({ marker }: Reading): number | null {
  if (!marker || marker.trust === 'guess' || marker.seasons.length !== 1) return null
  return marker.episodes.length || marker.absolute.length ? null : (marker.seasons[0] ?? null)
}
