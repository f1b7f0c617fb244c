import type { EntryKind } from '../domain/media.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'

/** What a full run must find for one path of the example tree. */
export interface ExpectedEntry {
  /** Relative to the library's folder, with `/`: also the entry's key. */
  path: string
  kind: EntryKind
  /** The movie's or the show's title; null where nothing is read. */
  title: string | null
  year: number | null
  season: number | null
  episodes: number[]
  airDate: string | null
  /** null: it goes into the catalogue; else why it is skipped or fails. */
  code: TroubleCode | null
}

/** A file of the example tree to write, and what it must become; no expectation: nobody may list it. */
export interface ExampleFile {
  path: string
  content: 'video' | 'mp4' | 'text' | 'empty'
  expected: ExpectedEntry | null
}

/** A movie that must go into the catalogue. */
export function movieFile(path: string, title: string, year: number): ExampleFile {
  const expected = {
    path,
    kind: 'movie' as const,
    title,
    year,
    season: null,
    episodes: [],
    airDate: null,
    code: null,
  }
  return { path, content: path.endsWith('.mp4') ? 'mp4' : 'video', expected }
}

/** One file of one or more episodes that must go into the catalogue. */
export function episodeFile(
  path: string,
  show: { title: string; year?: number },
  season: number,
  episodes: number[],
  airDate: string | null = null,
): ExampleFile {
  const { title, year = null } = show
  const expected = { path, kind: 'episode' as const, title, year, season, episodes, airDate, code: null }
  return { path, content: 'video', expected }
}

/** A file that must be listed and not taken, with the code that says why. */
export function refusedFile(
  path: string,
  code: TroubleCode,
  kind: EntryKind = 'other',
  content: ExampleFile['content'] = 'video',
): ExampleFile {
  const nothing = { title: null, year: null, season: null, episodes: [], airDate: null }
  return { path, content, expected: { path, kind, ...nothing, code } }
}

/** A file that no run may list: a companion of a video, or something inside a folder that is left out. */
export function silentFile(path: string, content: ExampleFile['content'] = 'text'): ExampleFile {
  return { path, content, expected: null }
}
