import { index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type { SettledStatus } from '../domain/outcome.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import { moment } from './columns.ts'
import { library } from './source.ts'

/** What we know of a library between runs; survives the pruning of runs. */
export const libraryEntry = pgTable(
  'library_entry',
  {
    libraryId: integer()
      .notNull()
      .references(() => library.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    fingerprint: text().notNull(),
    /** Version of the reader that read it: a newer one makes it changed. */
    reader: smallint().notNull(),
    status: text().$type<SettledStatus>().notNull(),
    code: text().$type<TroubleCode>(),
    fileId: integer(),
    firstRun: integer().notNull(),
    lastRun: integer().notNull(),
    missingSince: moment(),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.key] }), index('library_entry_file').on(t.fileId)],
)
