import type { ExtraKind } from './extra-kind.ts'

/** What a name was found to be: one movie, one or more episodes, a whole season, a bonus, or none of these. */
export type NameKind = 'movie' | 'episode' | 'season' | 'extra' | 'unknown'

/** Everything that a path says about the media behind it; what it does not say is null or empty. */
export type ParsedName = {
  kind: NameKind
  /** The movie's or show's title as written, without year and release words; '' if only numbers were given. */
  title: string
  year: number | null
  /** Season numbers as stated by the file or its season folder; 0 holds specials; empty if none was stated. */
  seasons: number[]
  episodes: number[]
  /** Episode numbers counted through all seasons, as anime releases do. */
  absolute: number[]
  /** The day of a daily show's episode, YYYY-MM-DD. */
  airDate: string | null
  episodeTitle: string | null
  /** '480p', '576p', '720p', '1080p', '2160p' … */
  resolution: string | null
  source: NameSource | null
  releaseGroup: string | null
  edition: string | null
  extra: ExtraKind | null
  /** Which piece of a film that is split over several files (cd1, part2). */
  part: number | null
  ids: NameIds
  isSpecial: boolean
  isProper: boolean
  /** 1 unless the name says v2, PROPER or REPACK. */
  version: number
  /** 'sbs', 'hsbs', 'tab', 'mvc' …; null if the film is flat. */
  format3D: string | null
  /** True for a placeholder file (.disc, .strm) that holds no media itself. */
  stub: boolean
  stubType: string | null
  /** File extension without the dot, lower case; null if there is none that we know. */
  container: string | null
}

/** Where a release was taken from. */
export type NameSource =
  | 'bluray'
  | 'web'
  | 'tv'
  | 'dvd'
  | 'hddvd'
  | 'vhs'
  | 'cam'
  | 'telesync'
  | 'telecine'
  | 'workprint'
  | 'screener'

/** Ids of public catalogues as written in the name; null where there is none. */
export type NameIds = { imdb: string | null; tmdb: number | null; tvdb: number | null }

/** A name that says nothing: a fresh object to fill in. */
export function emptyName(): ParsedName {
  return {
    kind: 'unknown',
    title: '',
    year: null,
    seasons: [],
    episodes: [],
    absolute: [],
    airDate: null,
    episodeTitle: null,
    resolution: null,
    source: null,
    releaseGroup: null,
    edition: null,
    extra: null,
    part: null,
    ids: { imdb: null, tmdb: null, tvdb: null },
    isSpecial: false,
    isProper: false,
    version: 1,
    format3D: null,
    stub: false,
    stubType: null,
    container: null,
  }
}
