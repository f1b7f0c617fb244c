import { seasonFolderWords, specialsFolder } from './season-words.ts'
import { foldTitle } from './title-text.ts'

const alone = new RegExp(
  `^(?:s|${seasonFolderWords})[ ._-]{0,2}(\\d{1,4})(?:[ ._]*\\(\\d{4}\\))?(?=$|[ ._-]+\\D|[ ._-]*[\\[(])`,
  'iu',
)
const counted = new RegExp(`^(\\d{1,3})(?:st|nd|rd|th|\\.)?[ ._-]{0,2}(?:${seasonFolderWords})$`, 'iu')
const atEnd = new RegExp(
  `^(.+?)[ ._-]+(?:s|${seasonFolderWords})[ ._-]{0,2}(\\d{1,4})(?=$|[ ._-]|[\\[(])`,
  'iu',
)
const episodeToo = /(?<!\p{L})(?:e|ep|episode|x)[ ._-]?\d/iu

/** The season that a folder holds ("Season 2", "S02", "2. Staffel", "Specials", "Show Season 2" in "Show"), or null. */
export function readSeasonFolder(folder: string, parent: string | null): number | null {
  const name = folder.trim()
  if (specialsFolder.test(name)) return 0
  if (episodeToo.test(name)) return null
  const found = alone.exec(name) ?? counted.exec(name)
  if (found) return Number(found[1])
  if (!parent) return null
  // A bare number is a season only below a show, and a collection is none.
  if (/^\d{1,3}$/.test(name)) return /collection$/i.test(parent) ? null : Number(name)
  const named = atEnd.exec(name)
  return named && foldTitle(named[1] ?? '') === foldTitle(parent) ? Number(named[2]) : null
}
