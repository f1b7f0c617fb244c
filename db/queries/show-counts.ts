import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { countSettled } from '../domain/counts.ts'
import type { SettledStatus } from '../domain/outcome.ts'
import { intArray, rowsOf } from './sql-rows.ts'

/** Locks shows in order: a listing, a lane and a retry may each have several of the same ones to change. */
export async function lockShows(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`
    select 1 from run_show where id = any(${intArray(ids)}) order by id for no key update`)
}

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
  await lockShows(
    tx,
    rows.flatMap((row) => row.id ?? []),
  )
  await tx.execute(sql`
    update run_show s set created = s.created + v.created, updated = s.updated + v.updated,
      unchanged = s.unchanged + v.unchanged, skipped = s.skipped + v.skipped, failed = s.failed + v.failed,
      retrying = s.retrying + v.retrying
    from ${values} where s.id = v.id`)
}
