import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import { intArray } from './sql-rows.ts'

/** Lets staged entries be tried again later, within their attempt: they stay staged and uncounted. */
export async function deferEntries(db: Db, ids: readonly number[], waitMs: number): Promise<void> {
  if (ids.length === 0) return
  await db.execute(sql`
    update run_entry set tries = tries + 1, due_at = now() + make_interval(secs => ${waitMs / 1000}::float8)
    where id = any(${intArray(ids)}::bigint[]) and status = 'staged'`)
}
