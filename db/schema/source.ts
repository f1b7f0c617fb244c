import { boolean, index, integer, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import type { Json } from '../domain/json.ts'
import type { MediaKind } from '../domain/media.ts'
import type { Trouble } from '../domain/outcome.ts'
import { madeAt, moment } from './columns.ts'

/** A configured place things come from. `secret` is encrypted and never leaves the server. */
export const source = pgTable('source', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  kind: text().notNull(),
  name: text().notNull(),
  config: jsonb().$type<{ [key: string]: Json }>().notNull().default({}),
  secret: text(),
  /** The last check: when, what was wrong (null: nothing), what was found. */
  checkedAt: moment(),
  trouble: jsonb().$type<Trouble>(),
  checkNote: text(),
  createdAt: madeAt(),
})

/** What a person is asked when too much is gone at once; `sample` holds a few of the keys. */
export interface MissingQuestion {
  runId: number
  runLibraryId: number
  missing: number
  known: number
  why: 'share' | 'number' | 'folder'
  folder?: string
  sample: string[]
}

/** The part of a source that a person selects. */
export const library = pgTable(
  'library',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    sourceId: integer()
      .notNull()
      .references(() => source.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    mediaKind: text().$type<MediaKind>().notNull(),
    config: jsonb().$type<{ [key: string]: Json }>().notNull().default({}),
    syncEnabled: boolean().notNull().default(true),
    /** How many parallel ingest loops it gets. */
    lanes: smallint().notNull().default(2),
    lastFull: moment(),
    lastIncremental: moment(),
    /** Where an incremental run starts; advanced only after a complete listing. */
    cursor: jsonb().$type<Json>(),
    /** A listing in which so much was gone that nobody was marked: a person has to say. */
    needsAnswer: jsonb().$type<MissingQuestion>(),
    createdAt: madeAt(),
  },
  (t) => [index('library_source').on(t.sourceId)],
)
