import type { Json } from './json.ts'
import type { EntryKind } from './media.ts'
import type { Trouble } from './outcome.ts'

/** The show an entry belongs to, as the source groups it: one bar. The key is stable when the title changes. */
export interface ShowRef {
  key: string
  title: string
}

/** One thing the prescan saw: one work unit. */
export interface Entry {
  /** Unique within the library and stable between runs; at most 500 bytes (see `entryKey`). */
  key: string
  /** Changes when the thing changed at its source (mtime + size + inode, updatedAt, a hash). */
  fingerprint: string
  kind: EntryKind
  /** What a person calls it: "Dune (2021)", "Bluey S01E02", or the file's name. */
  label: string
  /** Where it is, as the source says it; bytes that are not UTF-8 are escaped (see `displayPath`). */
  path?: string
  show?: ShowRef
  season?: number
  /** Known already while listing: a skipped sample, a folder that can't be read. Ingest need not look again. */
  trouble?: Trouble
  /** What the source wants back at ingest. */
  data?: Json
}
