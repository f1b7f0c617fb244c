/** What a library is said to hold; decides how names are read and which words the page uses. */
export const MEDIA_KINDS = ['movie', 'show', 'mixed', 'bookmark', 'record'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/** What one entry turned out to be; `other` is a thing that is only listed to be skipped or failed. */
export const ENTRY_KINDS = ['movie', 'episode', 'bookmark', 'record', 'other'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** The external catalogues whose ids we keep. */
export const ID_NAMESPACES = ['imdb', 'tmdb', 'tvdb', 'plex', 'tvmaze'] as const
export type IdNamespace = (typeof ID_NAMESPACES)[number]
export type ExternalIds = { [namespace in IdNamespace]?: string }

export type AudioStream = { codec: string | null; channels: number | null; language: string | null }
export type SubtitleStream = { codec: string | null; language: string | null; forced: boolean }

/** Facts read from a file's container; a null is "the container does not say". Duration in milliseconds. */
export interface MediaFacts {
  container: string | null
  durationMs: number | null
  width: number | null
  height: number | null
  videoCodec: string | null
  hdr: string | null
  audio: AudioStream[]
  subtitles: SubtitleStream[]
}
