import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/connect.ts'
import { COUNT_KINDS } from '../../../db/domain/counts.ts'

/**
 * Counts the outcomes of a run by hand and compares them with what the ledger says at all three levels; looks
 * for gaps in the events and for leases that nobody gave back. Answers the differences: none means exact.
 */
export async function checkLedger(db: Db, runId: number): Promise<string[]> {
  const faults: string[] = []
  const sums = sql.join(
    COUNT_KINDS.map((kind) => sql`sum(s.${sql.raw(kind)})::integer as ${sql.raw(kind)}`),
    sql`, `,
  )
  const columns = sql.raw(COUNT_KINDS.join(', '))
  const byHand = await byStatus(db, sql`e.run_id = ${runId}`)
  const [cursor] = await db.execute<Row>(sql`
    select ${columns}, found, open, last_seq, state from run_cursor where run_id = ${runId}`)
  if (!cursor) return [`run ${runId} is gone`]
  compare(faults, 'run', cursor, byHand)
  const libraries = await db.execute<Row>(
    sql`select id, ${columns}, found, open, title from run_library where run_id = ${runId}`,
  )
  for (const row of libraries) {
    compare(
      faults,
      `library ${String(row['title'])}`,
      row,
      await byStatus(db, sql`e.run_library_id = ${row['id']}`),
    )
  }
  const [shows] = await db.execute<Row>(sql`
    select ${sums}, sum(s.total)::integer as found from run_show s join run_library l on l.id = s.run_library_id
    where l.run_id = ${runId}`)
  if (shows && shows['found'] !== null) {
    const mine = await byStatus(db, sql`e.run_id = ${runId} and e.show_id is not null`)
    compare(faults, 'shows', { ...shows, open: mine['staged'] ?? 0 }, mine)
  }
  const [events] = await db.execute<Row>(sql`
    select count(*)::integer as n, coalesce(max(seq), 0) as last from run_event where run_id = ${runId}`)
  if (events?.['n'] !== cursor['last_seq'] || events?.['last'] !== cursor['last_seq']) {
    faults.push(
      `events: ${String(events?.['n'])} rows up to ${String(events?.['last'])}, last_seq ${String(cursor['last_seq'])}`,
    )
  }
  const lanes = await db.execute(sql`
    select 1 from run_lane n join run_library l on l.id = n.run_library_id
    where l.run_id = ${runId} and n.worker_id is not null and not l.holds`)
  if (lanes.length > 0) faults.push(`${lanes.length} lanes still leased`)
  return faults
}

type Row = { [key: string]: unknown }

async function byStatus(db: Db, where: ReturnType<typeof sql>): Promise<{ [status: string]: number }> {
  const rows = await db.execute<{ status: string; n: number }>(sql`
    select case when e.status = 'staged' and e.attempt < l.floor then 'parked' else e.status end as status,
      count(*)::integer as n
    from run_entry e join run_library l on l.id = e.run_library_id where ${where} group by 1`)
  return Object.fromEntries(rows.map((row) => [row.status, row.n]))
}

function compare(faults: string[], what: string, row: Row, byHand: { [status: string]: number }): void {
  const total = Object.values(byHand).reduce((sum, n) => sum + n, 0)
  if (row['found'] !== total) faults.push(`${what}: found ${String(row['found'])}, entries ${total}`)
  if (row['open'] !== (byHand['staged'] ?? 0))
    faults.push(`${what}: open ${String(row['open'])}, staged ${byHand['staged'] ?? 0}`)
  for (const kind of COUNT_KINDS) {
    if (kind === 'retrying') continue
    if (row[kind] !== (byHand[kind] ?? 0))
      faults.push(`${what}: ${kind} ${String(row[kind])}, by hand ${byHand[kind] ?? 0}`)
  }
}
