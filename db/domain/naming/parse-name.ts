import { readEdition } from './edition.ts'
import { readEpisodeTitle } from './episode-title.ts'
import { isVideoExtension, splitExtension } from './extensions.ts'
import { readExtra, withoutExtraSuffix } from './extras.ts'
import { chooseReading } from './choose-reading.ts'
import { readFormat3D } from './format-3d.ts'
import { readIds } from './ids.ts'
import { parseFolder } from './parse-folder.ts'
import { emptyName } from './parsed-name.ts'
import type { NameKind, ParsedName } from './parsed-name.ts'
import { readPart } from './part.ts'
import { splitPath } from './path-parts.ts'
import { readQuality } from './quality.ts'
import type { Reading } from './read-stem.ts'
import { readReleaseGroup } from './release-group.ts'
import { readStub } from './stub.ts'

/** What the caller knows beside the path; every part is optional and only makes the answer surer. */
export type NameHints = {
  /** The library's media kind. In a movie library a lone number is never an episode. */
  domain?: 'movie' | 'show'
  isDirectory?: boolean
  /** The folder above, if the path does not hold it. */
  parent?: string
  /** The path's leading part that is the library itself, whose folder names mean nothing. */
  libraryRoot?: string
  /** The show that the file is known to belong to. */
  show?: string
}

/**
 * Reads a path below a library's root into the movie or the episodes that it names. Null means that the name
 * says nothing: a hash, a file that is no media. Never throws, and the same path always gives the same answer.
 */
export function parseName(path: string, hints: NameHints = {}): ParsedName | null {
  const { folders: all, name, isDisc } = splitPath(path)
  if (name === '') return null
  const folders = belowRoot(all, hints.libraryRoot)
  const parents = folders.length === 0 && hints.parent ? splitName(hints.parent) : folders
  if (hints.isDirectory) return parseFolder(name, parents.at(-1) ?? null, hints.domain)
  const { stem, extension } = isDisc ? { stem: name, extension: null } : splitExtension(name)
  const stub = readStub(stem, extension)
  const extra = stub.stub ? null : readExtra(parents, stem, extension)
  if (isForeign(extension) && extra === null) return null
  const chosen = chooseReading(extra === null ? stem : withoutExtraSuffix(stem), parents, hints.domain)
  const ids = idsOf(stem, parents)
  if (!chosen) {
    if (extra) return { ...emptyName(), kind: 'extra', extra, ids, container: extension }
    return Object.values(ids).some((id) => id !== null) ? { ...emptyName(), ids, container: extension } : null
  }
  return {
    ...emptyName(),
    ...describe(chosen.reading, chosen.own, extension),
    ...numbersOf(chosen.reading),
    kind: extra ? 'extra' : kindOf(chosen.reading, hints.domain),
    title: hints.show ?? chosen.title,
    year: chosen.year,
    ids,
    extra,
    container: extension,
    ...stub,
  }
}

function describe(reading: Reading, own: string | null, extension: string | null): Partial<ParsedName> {
  const stated = readQuality(extension === 'm2ts' ? `${reading.text}.m2ts` : reading.text)
  const inner = own === null ? null : readQuality(own)
  const quality = inner?.resolution ? { ...stated, resolution: inner.resolution } : stated
  return {
    ...quality,
    releaseGroup: readReleaseGroup(reading.text),
    edition: readEdition(reading.text, reading.end),
    format3D: readFormat3D(reading.text),
    // "Title Part 2 (2010)": what stands before the year is the title's.
    part: readPart(reading.end > 0 ? reading.text.slice(reading.end) : reading.text),
    episodeTitle: reading.marker ? readEpisodeTitle(reading.text.slice(reading.marker.end)) : null,
  }
}

function numbersOf({ marker }: Reading): Partial<ParsedName> {
  if (!marker) return {}
  const { seasons, episodes, absolute, airDate, isSpecial } = marker
  return { seasons, episodes, absolute, airDate, isSpecial: isSpecial || seasons.includes(0) }
}

function kindOf({ marker, year, end }: Reading, domain: NameHints['domain']): NameKind {
  if (marker && (marker.episodes.length || marker.absolute.length || marker.airDate)) return 'episode'
  if (marker) return marker.isSpecial ? 'episode' : 'season'
  if (domain === 'movie' || (domain === undefined && (year !== null || end > 0))) return 'movie'
  return 'unknown'
}

function idsOf(stem: string, parents: string[]): ParsedName['ids'] {
  const own = readIds(stem)
  const above = readIds(parents.at(-1) ?? '')
  const top = readIds(parents.at(-2) ?? '')
  return {
    imdb: own.imdb ?? above.imdb ?? top.imdb,
    tmdb: own.tmdb ?? above.tmdb ?? top.tmdb,
    tvdb: own.tvdb ?? above.tvdb ?? top.tvdb,
  }
}

const isForeign = (extension: string | null): boolean =>
  extension !== null &&
  !isVideoExtension(extension) &&
  /^(?:mp3|flac|m4a|ogg|wav|jpg|jpeg|png|tbn|txt)$/.test(extension)

const splitName = (path: string): string[] => {
  const { folders, name } = splitPath(path)
  return [...folders, name].filter(Boolean)
}

function belowRoot(folders: string[], root: string | undefined): string[] {
  if (!root) return folders
  const rooted = splitName(root)
  return rooted.every((part, at) => folders[at] === part) ? folders.slice(rooted.length) : folders
}
