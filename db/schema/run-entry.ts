import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Json } from '../domain/json.ts'
import type { EntryKind } from '../domain/media.ts'
import type { EntryStatus, SettledStatus } from '../domain/outcome.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import { moment, transactionId } from './columns.ts'
import { run, runLibrary } from './run.ts'

/** One work unit of a run: staged, or settled with its outcome. */
export const runEntry = pgTable(
  'run_entry',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    runId: integer()
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    runLibraryId: integer()
      .notNull()
      .references(() => runLibrary.id, { onDelete: 'cascade' }),
    showId: integer(),
    lane: smallint().notNull(),
    attempt: smallint().notNull().default(1),
    /** How often the engine itself has tried again within the attempt, and not before when it does. */
    tries: smallint().notNull().default(0),
    dueAt: moment(),
    status: text().$type<EntryStatus>().notNull().default('staged'),
    kind: text().$type<EntryKind>().notNull(),
    season: integer(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    label: text().notNull(),
    path: text(),
    /** What the source wants back at ingest, and the trouble it saw while listing. */
    data: jsonb().$type<Json>(),
    action: text(),
    code: text().$type<TroubleCode>(),
    cause: text(),
    detail: text(),
    evidence: jsonb().$type<{ [key: string]: Json }>(),
    /** Of a failed entry: open, fixed or ignored. */
    resolution: text().$type<'open' | 'fixed' | 'ignored'>(),
    titleId: integer(),
    fileId: integer(),
    tookMs: integer(),
    settledAt: moment(),
    /** The transaction that settled it: a retry takes only what was settled when it was asked for. */
    settledBy: transactionId(),
    /** While a further attempt works on it: what it was before; null when it was never settled. */
    priorStatus: text().$type<SettledStatus>(),
  },
  (t) => [
    uniqueIndex('run_entry_key').on(t.runLibraryId, t.key),
    index('run_entry_staged')
      .on(t.runLibraryId, t.lane, t.id)
      .where(sql`${t.status} = 'staged'`),
    index('run_entry_list').on(t.runId, t.status, t.id),
  ],
)
