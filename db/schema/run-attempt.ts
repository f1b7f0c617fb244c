import { bigint, boolean, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type { Json } from '../domain/json.ts'
import type { SettledStatus } from '../domain/outcome.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import { madeAt, moment, snapshot } from './columns.ts'
import { runEntry } from './run-entry.ts'
import { run } from './run.ts'

/** A further attempt of a run: who asked, for what, and how far it is. The first attempt is the run itself. */
export const runAttempt = pgTable(
  'run_attempt',
  {
    runId: integer()
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    attempt: smallint().notNull(),
    startedBy: text(),
    startedByName: text(),
    at: madeAt(),
    filter: jsonb().$type<Json>().notNull(),
    force: boolean().notNull().default(false),
    state: text().$type<'staging' | 'running' | 'finished' | 'stopped'>().notNull(),
    /** What was visible when it was asked for: its scope never grows. */
    asked: snapshot().notNull(),
    /** Where the task that fills it goes on. */
    afterId: bigint({ mode: 'number' }).notNull().default(0),
    entries: integer().notNull().default(0),
    settled: integer().notNull().default(0),
    fixed: integer().notNull().default(0),
    endedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.attempt] })],
)

/** What became of an entry in an earlier attempt. */
export const runEntryAttempt = pgTable(
  'run_entry_attempt',
  {
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => runEntry.id, { onDelete: 'cascade' }),
    attempt: smallint().notNull(),
    status: text().$type<SettledStatus>().notNull(),
    action: text(),
    code: text().$type<TroubleCode>(),
    detail: text(),
    settledAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.attempt] })],
)
