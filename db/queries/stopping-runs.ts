import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import { intArray } from './sql-rows.ts'

/** Which of these runs should not be worked on any more: paused, cancelled, ended, gone. */
export async function findStopping(db: Db, runIds: readonly number[]): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from unnest(${intArray(runIds)}) as id where not exists (
      select 1 from run_cursor c where c.run_id = id and c.state in ('queued', 'running'))`)
  return rows.map((row) => row.id)
}
