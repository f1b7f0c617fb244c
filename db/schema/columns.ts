import { sql } from 'drizzle-orm'
import { customType, integer, timestamp } from 'drizzle-orm/pg-core'

/** A moment; ISO text in the product, timestamptz in the table. */
export const moment = () => timestamp({ withTimezone: true, mode: 'string' })

/** The moment a row was made, by the database's clock. */
export const madeAt = () =>
  moment()
    .notNull()
    .default(sql`now()`)

/** The six counts, spelt out so that they can be added to in SQL. */
export const countColumns = () => ({
  created: integer().notNull().default(0),
  updated: integer().notNull().default(0),
  unchanged: integer().notNull().default(0),
  skipped: integer().notNull().default(0),
  failed: integer().notNull().default(0),
  retrying: integer().notNull().default(0),
})

/** A transaction's number: what was visible when somebody asked can be told from what came later. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

/** A snapshot of which transactions were visible. */
export const snapshot = customType<{ data: string }>({ dataType: () => 'pg_snapshot' })
