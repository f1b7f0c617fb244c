import type { ExternalIds, MediaFacts } from './media.ts'

/** One file on disk as it will stand in the catalogue. Size in bytes, mtime in ms since the epoch. */
export interface FileDraft {
  path: string
  /** Further parts of a stacked film, in order. */
  parts: string[]
  size: number | null
  mtimeMs: number | null
  facts: MediaFacts | null
  resolution: string | null
  source: string | null
  releaseGroup: string | null
}

/** A movie as a source read it. */
export interface MovieDraft {
  kind: 'movie'
  title: string
  year: number | null
  edition: string | null
  ids: ExternalIds
  file: FileDraft
}

/** One file of one or more episodes as a source read it. */
export interface EpisodeDraft {
  kind: 'episode'
  show: { title: string; year: number | null; ids: ExternalIds }
  season: number
  episodes: number[]
  airDate: string | null
  absolute: number[]
  title: string | null
  ids: ExternalIds
  file: FileDraft
}

export type Draft = MovieDraft | EpisodeDraft
