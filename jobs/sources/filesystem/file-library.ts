import { posix } from 'node:path'
import type { MediaKind } from '../../../db/domain/media.ts'
import { SOURCE_SETTINGS } from '../../contract/source-settings.ts'
import { type SourceLibrary, SourceFailure } from '../source.ts'

/** What names are read for. A library of bookmarks or records has no files. */
export type FileMediaKind = Extract<MediaKind, 'movie' | 'show' | 'mixed'>

/** A filesystem library as its settings say it. Plain data: it crosses threads. */
export interface FileLibrary {
  path: string
  mediaKind: FileMediaKind
  followLinks: boolean
  specials: boolean
}

/** Reads a library's settings; throws `SourceFailure` where they make no sense. */
export function toFileLibrary({ title, mediaKind, config }: SourceLibrary): FileLibrary {
  const parsed = SOURCE_SETTINGS.filesystem.library.safeParse(config)
  if (!parsed.success) {
    const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    throw new SourceFailure('source_misconfigured', `The settings of “${title}” can't be used. ${why}`)
  }
  if (mediaKind === 'bookmark' || mediaKind === 'record')
    throw new SourceFailure(
      'source_misconfigured',
      `“${title}” holds ${mediaKind}s, which are not files in a folder.`,
    )
  return { ...parsed.data, path: posix.resolve('/', parsed.data.path), mediaKind }
}
