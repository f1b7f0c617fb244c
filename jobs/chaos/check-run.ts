import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { COUNT_KINDS } from '../../db/domain/counts.ts'
import { hasEnded, type RunState } from '../../db/domain/run-state.ts'
import { checkLedger } from '../pipeline/testing/check-ledger.ts'

type Row = { [key: string]: unknown }

/** Holds one run to account after the storm: the differences between what it says and what is there. */
export async function checkRun(db: Db, runId: number): Promise<string[]> {
  const faults = [
    ...(await checkLedger(db, runId)),
    ...(await checkShows(db, runId)),
    ...(await checkEnd(db, runId)),
    ...(await checkAttempts(db, runId)),
    ...(await checkBatchTotals(db, runId)),
  ]
  return faults.map((fault) => `run ${runId}: ${fault}`)
}

/** Every show's bar, counted by hand. */
async function checkShows(db: Db, runId: number): Promise<string[]> {
  const byHand = sql.raw(
    COUNT_KINDS.filter((kind) => kind !== 'retrying')
      .map((kind) => `count(*) filter (where e.status = '${kind}')::integer as ${kind}`)
      .join(', '),
  )
  const columns = COUNT_KINDS.filter((kind) => kind !== 'retrying')
  const differs = sql.raw(columns.map((kind) => `s.${kind} <> h.${kind}`).join(' or '))
  const rows = await db.execute<Row>(sql`
    select s.title, s.total, h.total as hand from run_show s join run_library l on l.id = s.run_library_id
    join (select e.show_id, count(*)::integer as total, ${byHand},
        count(*) filter (where e.status = 'staged' and e.prior_status is not null)::integer as retrying
      from run_entry e where e.run_id = ${runId} group by e.show_id) h on h.show_id = s.id
    where l.run_id = ${runId} and (s.total <> h.total or s.retrying <> h.retrying or ${differs})`)
  return rows.map((row) => `show ${String(row['title'])} is not what its entries are`)
}

async function checkEnd(db: Db, runId: number): Promise<string[]> {
  const faults: string[] = []
  const [cursor] = await db.execute<{ [key: string]: number } & { state: RunState }>(sql`
    select c.state, c.open, c.unlocked, c.staging, c.retrying, c.libraries_done as done,
      created + updated + unchanged + skipped + failed + retrying as settled, found,
      (select count(*)::integer from run_entry e where e.run_id = c.run_id and e.status = 'staged'
        and e.prior_status is not null) as "retryingByHand",
      (select count(*)::integer from run_entry e where e.run_id = c.run_id and e.status = 'staged') as unsettled,
      (select count(*)::integer from run_library l where l.run_id = c.run_id and l.state in ('finished', 'failed')) as "doneByHand",
      (select count(*)::integer from run_library l where l.run_id = c.run_id and l.holds) as holds
    from run_cursor c where run_id = ${runId}`)
  if (!cursor) return ['its hot row is gone']
  if (cursor['retrying'] !== cursor['retryingByHand'])
    faults.push(`retrying ${cursor['retrying']}, by hand ${cursor['retryingByHand']}`)
  if (cursor['done'] !== cursor['doneByHand'])
    faults.push(`libraries done ${cursor['done']}, by hand ${cursor['doneByHand']}`)
  if (hasEnded(cursor.state) && cursor['holds'] !== 0)
    faults.push(`${cursor.state} but holds ${cursor['holds']} libraries`)
  if (cursor.state === 'finished') {
    if (cursor['open'] !== 0 || cursor['unlocked'] !== 0 || cursor['staging'] !== 0)
      faults.push(
        `finished with open ${cursor['open']}, unlocked ${cursor['unlocked']}, staging ${cursor['staging']}`,
      )
    const parked = await db.execute(sql`
      select 1 from run_entry e join run_library l on l.id = e.run_library_id
      where e.run_id = ${runId} and e.status = 'staged' and e.attempt >= l.floor`)
    if (parked.length > 0)
      faults.push(`finished with ${parked.length} entries that are neither settled nor parked`)
  }
  return faults
}

async function checkAttempts(db: Db, runId: number): Promise<string[]> {
  const rows = await db.execute<Row>(sql`
    select a.attempt, a.state, a.entries, a.settled, c.state as run,
      (select count(*)::integer from chaos_entry x join run_entry e on e.id = x.entry_id
        where e.run_id = a.run_id and x.attempt = a.attempt and x.became <> 'staged') as "byHand",
      (select count(*)::integer from chaos_entry x join run_entry e on e.id = x.entry_id
        where e.run_id = a.run_id and x.attempt = a.attempt and x.became = 'staged') as "takenByHand"
    from run_attempt a join run_cursor c on c.run_id = a.run_id where a.run_id = ${runId}`)
  return rows.flatMap((a) => {
    const what = `attempt ${String(a['attempt'])} (${String(a['state'])})`
    const faults: string[] = []
    if (a['settled'] !== a['byHand'])
      faults.push(`${what}: settled ${String(a['settled'])}, by hand ${String(a['byHand'])}`)
    if (a['entries'] !== a['takenByHand'])
      faults.push(`${what}: ${String(a['entries'])} entries, by hand ${String(a['takenByHand'])}`)
    if (a['state'] === 'finished' && a['settled'] !== a['entries'])
      faults.push(`${what}: not settled to the end`)
    if (a['run'] === 'finished' && (a['state'] === 'staging' || a['state'] === 'running'))
      faults.push(`${what}: goes on in a run that has finished`)
    return faults
  })
}

/** A batch's totals only rise, for the run and for each of its libraries. */
async function checkBatchTotals(db: Db, runId: number): Promise<string[]> {
  const rows = await db.execute<{ seq: number }>(sql`
    select seq from (
      select seq, (extra->>'runSettled')::integer as run, lag((extra->>'runSettled')::integer) over (order by seq) as run_before,
        (progress->>'current')::integer as library,
        lag((progress->>'current')::integer) over (partition by scope->>'libraryId' order by seq) as library_before
      from run_event where run_id = ${runId} and type = 'batch.committed') b
    where run < run_before or library < library_before`)
  return rows.map(({ seq }) => `event ${seq} says less than one before it`)
}
