import type { ShowRef } from '../../../db/domain/entry.ts'
import { entryKey } from '../../../db/domain/entry-key.ts'
import { normalTitle } from '../../../db/domain/identity.ts'
import { isExtrasFolder } from '../../../db/domain/naming/extras.ts'
import { parseName } from '../../../db/domain/naming/parse-name.ts'
import { readSeasonFolder } from '../../../db/domain/naming/season-folder.ts'

/** Finds the show that an episode's file belongs to. */
export type ShowOf = (path: string, title: string) => ShowRef

/**
 * A show is its folder: the first above the file that is no season's, no release's and no extras' folder; where
 * files lie flat, it is its title. Its name is the first that the walk came across, so that it never changes.
 */
export function createShowOf(): ShowOf {
  const titles = new Map<string, string>()
  // A walk goes folder by folder, so the last one answers nearly always.
  let last = { folder: '', show: '' }
  return (path, title) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    if (folder !== last.folder) last = { folder, show: showFolder(folder.split('/')) }
    const key = entryKey(last.show || normalTitle(title))
    const known = titles.get(key)
    if (known === undefined) titles.set(key, title)
    return { key, title: known ?? title }
  }
}

function showFolder(folders: string[]): string {
  for (let end = folders.length; end > 0; end--) {
    const folder = folders[end - 1] ?? ''
    const above = folders[end - 2] ?? null
    if (folder !== '' && !isPartOfShow(folder, above)) return folders.slice(0, end).join('/')
  }
  return ''
}

function isPartOfShow(folder: string, above: string | null): boolean {
  if (readSeasonFolder(folder, above) !== null || isExtrasFolder(folder)) return true
  const kind = parseName(folder, { domain: 'show', isDirectory: true })?.kind
  return kind === 'season' || kind === 'episode'
}
