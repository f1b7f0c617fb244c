import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { MediaFacts } from '../domain/media.ts'
import { madeAt, moment } from './columns.ts'
import { library } from './source.ts'

/** A movie or a show. */
export const title = pgTable(
  'title',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    kind: text().$type<'movie' | 'show'>().notNull(),
    name: text().notNull(),
    year: smallint(),
    createdAt: madeAt(),
  },
  (t) => [index('title_name').on(t.kind, t.name)],
)

/** (kind, namespace, value, year) → title: external ids, and the normalised name with its year. */
export const identity = pgTable(
  'identity',
  {
    kind: text().$type<'movie' | 'show'>().notNull(),
    namespace: text().notNull(),
    value: text().notNull(),
    year: smallint(),
    titleId: integer()
      .notNull()
      .references(() => title.id, { onDelete: 'cascade' }),
  },
  (t) => [
    unique('identity_key').on(t.kind, t.namespace, t.value, t.year).nullsNotDistinct(),
    index('identity_title').on(t.titleId),
  ],
)

/** A season of a show; number 0 holds the specials. */
export const season = pgTable(
  'season',
  {
    titleId: integer()
      .notNull()
      .references(() => title.id, { onDelete: 'cascade' }),
    number: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.titleId, t.number] })],
)

/** An episode by season and number; of a daily show the season is the year and the number the date, yyyymmdd. */
export const episode = pgTable(
  'episode',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    titleId: integer()
      .notNull()
      .references(() => title.id, { onDelete: 'cascade' }),
    season: smallint().notNull(),
    number: integer().notNull(),
    airDate: date({ mode: 'string' }),
    absolute: integer(),
    name: text(),
  },
  (t) => [unique('episode_key').on(t.titleId, t.season, t.number)],
)

/** A file that holds a movie or episodes; one row a path, whichever source saw it. */
export const mediaFile = pgTable(
  'media_file',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** `entryKey(path)`: short enough for an index. */
    pathKey: text().notNull(),
    path: text().notNull(),
    parts: text().array(),
    titleId: integer().references(() => title.id, { onDelete: 'set null' }),
    libraryId: integer().references(() => library.id, { onDelete: 'set null' }),
    edition: text(),
    size: bigint({ mode: 'number' }),
    mtimeMs: bigint({ mode: 'number' }),
    facts: jsonb().$type<MediaFacts>(),
    resolution: text(),
    source: text(),
    releaseGroup: text(),
    createdAt: madeAt(),
    updatedAt: moment(),
  },
  (t) => [uniqueIndex('media_file_path').on(t.pathKey), index('media_file_title').on(t.titleId)],
)

/** Which episodes a file holds. */
export const mediaFileEpisode = pgTable(
  'media_file_episode',
  {
    fileId: integer()
      .notNull()
      .references(() => mediaFile.id, { onDelete: 'cascade' }),
    episodeId: integer()
      .notNull()
      .references(() => episode.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.episodeId] }),
    index('media_file_episode_episode').on(t.episodeId),
  ],
)
