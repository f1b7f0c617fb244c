import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'

/**
 * Makes sure that an unlocked job with this key exists, in the caller's transaction. `add_job` answers with a
 * NULL row when a worker locks the keyed job in between (3 to 15 % under contention), so it is asked until it
 * has an id. Call it last in a transaction and in ascending order of keys: it locks the job's row.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: { [key: string]: number },
  key: string,
  runAt: string | null = null,
): Promise<void> {
  for (;;) {
    const rows = await tx.execute<{ id: number | null }>(sql`
      select id from graphile_worker.add_job(
        ${task}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, max_attempts := 1000,
        run_at := ${runAt}::timestamptz
      )`)
    if (rows[0]?.id) return
  }
}

/** Makes sure that the listing of a library will be taken up. */
export async function addPrescan(tx: Tx, runLibraryId: number): Promise<void> {
  await addJob(tx, 'prescan', { runLibraryId }, `prescan:${runLibraryId}`)
}

/** Makes sure that each of these lanes of a library will be taken up. */
export async function addIngest(tx: Tx, runLibraryId: number, lanes: Iterable<number>): Promise<void> {
  for (const lane of [...new Set(lanes)].sort((a, b) => a - b)) {
    await addJob(tx, 'ingest', { runLibraryId, lane }, `ingest:${runLibraryId}:${lane}`)
  }
}
