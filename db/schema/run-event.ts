import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { EventLevel, EventPhase, EventScope, RunEventType } from '../domain/run-event.ts'
import type { Json } from '../domain/json.ts'
import { madeAt } from './columns.ts'
import { run } from './run.ts'

/** The numbered facts of a run. */
export const runEvent = pgTable(
  'run_event',
  {
    runId: integer()
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    at: madeAt(),
    type: text().$type<RunEventType>().notNull(),
    level: text().$type<EventLevel>().notNull(),
    phase: text().$type<EventPhase>().notNull(),
    scope: jsonb().$type<EventScope>().notNull(),
    progress: jsonb().$type<{ current: number; total: number | null }>(),
    message: text().notNull(),
    extra: jsonb().$type<{ [key: string]: Json }>(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.seq] })],
)
