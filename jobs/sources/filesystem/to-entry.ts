import { entryKey } from '../../../db/domain/entry-key.ts'
import type { Entry } from '../../../db/domain/entry.ts'
import type { Json } from '../../../db/domain/json.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { TROUBLE } from '../../../db/domain/trouble-codes.ts'
import { labelOf } from './entry-label.ts'
import type { FileLibrary } from './file-library.ts'
import type { Found } from './found.ts'
import { displayPath } from './path-text.ts'
import { type NameReading, readName } from './read-name.ts'
import type { ShowOf } from './show-of.ts'

/** Names what a walk found: its kind, its label, the show it belongs to. */
export function toEntry(found: Found, library: FileLibrary, showOf: ShowOf): Entry {
  const reading = found.isVideo ? readName(found.path, library) : null
  const trouble = found.trouble ?? skipByName(reading)
  const entry: Entry = {
    key: entryKey(found.path),
    fingerprint: fingerprintOf(found),
    kind: reading?.kind ?? 'other',
    label: labelOf(reading, found.path),
    path: fullPath(library.path, found.path),
    data: dataOf(found),
  }
  if (trouble) entry.trouble = { ...trouble, detail: displayPath(trouble.detail) }
  if (reading?.kind === 'episode' && 'season' in reading) {
    entry.show = showOf(found.path, reading.title)
    entry.season = reading.season
  }
  return entry
}

/** What changes when the file changes; a file moved over another keeps its old time but has another inode. */
export function fingerprintOf({
  mtimeMs,
  size,
  ino,
}: {
  mtimeMs: number
  size: number
  ino: number
}): string {
  return `${mtimeMs}-${size}-${ino}`
}

/** The path on disk of something below a library's folder, both as text. */
export function fullPath(root: string, path: string): string {
  if (path === '.') return root
  return root.endsWith('/') ? root + path : `${root}/${path}`
}

// A name that can't be read fails when it is ingested, so that a retry reads it again; what a rule skips is known.
function skipByName(reading: NameReading | null): Trouble | null {
  const isSkip = reading !== null && 'trouble' in reading && TROUBLE[reading.trouble.code].as === 'skipped'
  return isSkip ? reading.trouble : null
}

function dataOf({ path, size, mtimeMs, parts, main }: Found): Json {
  const data: { [key: string]: Json } = { size, mtimeMs }
  // The key is the path unless the path is too long for one.
  if (entryKey(path) !== path) data.path = path
  if (parts.length > 0) data.parts = parts
  if (main !== null) data.main = main
  return data
}
