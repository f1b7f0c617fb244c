import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Json } from '../domain/json.ts'
import { madeAt, moment } from './columns.ts'

/** A worker process that holds (or held) the advisory lock of its row's id. */
export const worker = pgTable('worker', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  /** graphile-worker's pool id: what its jobs are locked by. Null until the runner has started. */
  poolId: text(),
  pid: integer().notNull(),
  host: text().notNull(),
  version: text().notNull(),
  startedAt: madeAt(),
})

/** Something a person waits for that only a worker may do: a question, its answer, a deadline. */
export const probe = pgTable(
  'probe',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    question: jsonb().$type<Json>().notNull(),
    answer: jsonb().$type<Json>(),
    askedAt: madeAt(),
    answeredAt: moment(),
  },
  (t) => [index('probe_asked').on(t.askedAt)],
)
