import type { MediaFacts } from './media.ts'
import type { SettledStatus } from './outcome.ts'
import type { RunEntryView } from './run-view.ts'
import type { TroubleCode } from './trouble-codes.ts'

/** Everything that is known of one entry: what `entries.get` answers. */
export interface EntryDetail {
  entry: RunEntryView & { runId: number; key: string; fingerprint: string }
  /** What became of it in earlier attempts of its run, the first one first. */
  history: PastAttempt[]
  /** What other runs made of the same thing, the newest first; at most 20, of those the reader may see. */
  otherRuns: OtherSighting[]
  /** What it is in the catalogue; null when it is not there (any more). */
  item: CatalogueItem | null
}

/** What came of an entry in one attempt of its run, and who asked for that attempt (null: the run itself). */
export interface PastAttempt {
  attempt: number
  status: SettledStatus
  action: string | null
  code: TroubleCode | null
  detail: string | null
  settledAt: string | null
  startedByName: string | null
}

/** The same key of the same library, in another run. */
export interface OtherSighting extends Pick<
  RunEntryView,
  'entryId' | 'status' | 'action' | 'code' | 'detail' | 'resolution' | 'attempt' | 'settledAt'
> {
  runId: number
  runTitle: string
  dryRun: boolean
}

/** A title of the catalogue with the file that an entry became. */
export interface CatalogueItem {
  titleId: number
  kind: 'movie' | 'show'
  title: string
  year: number | null
  /** Ids elsewhere, by namespace: imdb, tmdb, tvdb, … */
  ids: { namespace: string; value: string }[]
  /** The episodes that the file holds; none for a movie. */
  episodes: CatalogueEpisode[]
  file: CatalogueFile | null
}

export interface CatalogueEpisode {
  season: number
  number: number
  airDate: string | null
  name: string | null
}

/** A file as it stands in the catalogue. Size in bytes. */
export interface CatalogueFile {
  fileId: number
  path: string
  parts: string[]
  size: number | null
  modifiedAt: string | null
  edition: string | null
  resolution: string | null
  source: string | null
  releaseGroup: string | null
  facts: MediaFacts | null
}
