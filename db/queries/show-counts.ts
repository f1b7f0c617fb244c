import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { countSettled } from '../domain/counts.ts'
import type { SettledStatus } from '../domain/outcome.ts'
import { rowsOf } from './sql-rows.ts'

/** Adds what was settled to the shows it belongs to; entries of no show are passed over. */
export async function addToShows(
  tx: Tx,
  settled: readonly { showId: number | null; status: SettledStatus; wasSettled: boolean }[],
): Promise<void> {
  const byShow = Map.groupBy(settled, (one) => one.showId)
  byShow.delete(null)
  if (byShow.size === 0) return
  const rows = [...byShow].map(([id, ones]) => ({ id, ...countSettled(ones) }))
  const values = rowsOf(rows, {
    id: ['integer', (r) => r.id],
    created: ['integer', (r) => r.created],
    updated: ['integer', (r) => r.updated],
    unchanged: ['integer', (r) => r.unchanged],
    skipped: ['integer', (r) => r.skipped],
    failed: ['integer', (r) => r.failed],
    retrying: ['integer', (r) => r.retrying],
  })
  await tx.execute(sql`
    update run_show s set created = s.created + v.created, updated = s.updated + v.updated,
      unchanged = s.unchanged + v.unchanged, skipped = s.skipped + v.skipped, failed = s.failed + v.failed,
      retrying = s.retrying + v.retrying
    from ${values} where s.id = v.id`)
}
