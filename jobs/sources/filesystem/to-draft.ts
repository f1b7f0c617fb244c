import type { Draft, FileDraft } from '../../../db/domain/draft.ts'
import type { ExternalIds, MediaFacts } from '../../../db/domain/media.ts'
import type { NameIds } from '../../../db/domain/naming/parsed-name.ts'
import type { FileLibrary } from './file-library.ts'
import type { NamedVideo } from './read-name.ts'
import { resolutionOf } from './resolution.ts'
import { fullPath } from './to-entry.ts'

/** What reading the file said; for a film in several files, of all of them together. */
export interface ReadFile {
  size: number
  mtimeMs: number
  facts: MediaFacts | null
  /** The further files, relative to the library like the path. */
  parts: string[]
}

/** What a named video becomes in the catalogue; `path` is below the library's folder. */
export function toDraft(reading: NamedVideo, path: string, file: ReadFile, library: FileLibrary): Draft {
  const { title, parsed } = reading
  const ids = idsOf(parsed.ids)
  const { year, source, releaseGroup } = parsed
  const fileDraft: FileDraft = {
    path: fullPath(library.path, path),
    parts: file.parts.map((part) => fullPath(library.path, part)),
    size: file.size,
    mtimeMs: Math.trunc(file.mtimeMs),
    facts: file.facts,
    // The container knows; a name only claims.
    resolution: resolutionOf(file.facts) ?? parsed.resolution,
    source,
    releaseGroup,
  }
  if (reading.kind === 'movie')
    return { kind: 'movie', title, year, edition: parsed.edition, ids, file: fileDraft }
  return {
    kind: 'episode',
    // An id in the name of an episode's file or folder is its show's.
    show: { title, year, ids },
    season: reading.season,
    episodes: reading.episodes,
    airDate: parsed.airDate,
    absolute: parsed.absolute,
    title: parsed.episodeTitle,
    ids: {},
    file: fileDraft,
  }
}

function idsOf({ imdb, tmdb, tvdb }: NameIds): ExternalIds {
  const ids: ExternalIds = {}
  if (imdb !== null) ids.imdb = imdb
  if (tmdb !== null) ids.tmdb = String(tmdb)
  if (tvdb !== null) ids.tvdb = String(tvdb)
  return ids
}
