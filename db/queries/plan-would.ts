import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { Settlement } from './settle-batch.ts'
import { rowsOf } from './sql-rows.ts'
import { pathKeyOf } from './write-catalogue.ts'

/**
 * In a dry run: remembers the files that would be created, so that a file seen a second time (through another
 * library) is told apart from a new one, as in a real run. Answers the settlements with that put right.
 */
export async function planWould(
  tx: Tx,
  runId: number,
  settlements: readonly Settlement[],
): Promise<Settlement[]> {
  const created = settlements.flatMap((one) =>
    one.outcome.status === 'created' && one.draft ? [{ one, key: pathKeyOf(one.draft.file.path) }] : [],
  )
  if (created.length === 0) return [...settlements]
  const keys = [...new Set(created.map(({ key }) => key))].sort()
  const values = rowsOf(keys, { key: ['text', (key) => key] })
  const rows = await tx.execute<{ key: string }>(sql`
    insert into run_would (run_id, path_key) select ${runId}::integer, v.key from ${values} order by v.ord
    on conflict do nothing returning path_key as key`)
  const fresh = new Set(rows.map((row) => row.key))
  const again = new Set(created.filter(({ key }) => !fresh.delete(key)).map(({ one }) => one))
  return settlements.map((one) =>
    again.has(one)
      ? { ...one, outcome: { status: 'unchanged', action: 'Would be in the library already by then' } }
      : one,
  )
}
