import { and, asc, gt, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { addCounts, countSettled, noCounts } from '../domain/counts.ts'
import type { SettledStatus } from '../domain/outcome.ts'
import type { RunState } from '../domain/run-state.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import { runEntry } from '../schema/run-entry.ts'
import { type EntryFilter, whereEntries } from './entry-filter.ts'
import { moveCursor, type RunCursor } from './ledger.ts'
import { lockShows } from './show-counts.ts'
import { intArray, rowsOf } from './sql-rows.ts'

/** What an attempt takes up: a filter frozen when it was asked, or entries picked by hand. */
export interface AttemptScope {
  filter: EntryFilter
  entryIds?: number[]
  force: boolean
}

/** The states in which an attempt may go on being filled: a pause stops what is read, not what is asked for. */
export const FILLABLE: readonly RunState[] = ['queued', 'running', 'pausing', 'paused']

/** Skips that `force` takes: what is there already, or was left out by a rule. */
const FORCED: TroubleCode[] = [
  'already_imported',
  'duplicate',
  'duplicate_in_run',
  'not_an_upgrade',
  'sample',
  'extra',
  'excluded_by_rule',
  'specials_excluded',
]

/** Which entries of a run an attempt may take: failed ones, unsettled ones of an ended run, forced skips. */
export function eligible(runId: number, scope: AttemptScope, hasEnded: boolean) {
  return and(
    whereEntries(runId, scope.filter),
    scope.entryIds ? inArray(runEntry.id, scope.entryIds) : undefined,
    or(
      sql`${runEntry.status} = 'failed'`,
      hasEnded ? sql`${runEntry.status} = 'staged'` : undefined,
      scope.force ? sql`${runEntry.status} = 'unchanged'` : undefined,
      scope.force ? and(sql`${runEntry.status} = 'skipped'`, inArray(runEntry.code, FORCED)) : undefined,
    ),
    sql`exists (select 1 from run_library l where l.id = ${runEntry.runLibraryId} and l.library_id is not null)`,
  )
}

/**
 * Locks the shows of the settled entries that an attempt may take. Called before the libraries are locked: a lane
 * that settles has its shows locked when it comes to its library.
 */
export async function lockEligibleShows(tx: Tx, runId: number, scope: AttemptScope): Promise<void> {
  const rows = await tx
    .selectDistinct({ showId: runEntry.showId })
    .from(runEntry)
    .where(eligible(runId, scope, false))
  await lockShows(
    tx,
    rows.flatMap((row) => row.showId ?? []),
  )
}

interface Taken {
  id: number
  runLibraryId: number
  showId: number | null
  status: SettledStatus | 'staged'
}

/**
 * Stages the next page of an attempt: what became of each entry goes to its history, the entry is staged at the
 * attempt, and counts move from their kind to `retrying` at all three levels. Answers the last id, null at the end.
 */
export async function stageAttemptPage(
  tx: Tx,
  runId: number,
  attempt: { number: number; asked: string; afterId: number; hasEnded: boolean; scope: AttemptScope },
  limit: number,
): Promise<{ lastId: number | null; staged: number; cursor: RunCursor | null }> {
  const taken = await tx
    .select({
      id: runEntry.id,
      runLibraryId: runEntry.runLibraryId,
      showId: runEntry.showId,
      status: runEntry.status,
    })
    .from(runEntry)
    .where(
      and(
        eligible(runId, attempt.scope, attempt.hasEnded),
        gt(runEntry.id, attempt.afterId),
        lt(runEntry.attempt, attempt.number),
        or(
          sql`${runEntry.settledBy} is null`,
          and(
            isNotNull(runEntry.settledBy),
            sql`pg_visible_in_snapshot(${runEntry.settledBy}, ${attempt.asked}::pg_snapshot)`,
          ),
        ),
      ),
    )
    .orderBy(asc(runEntry.id))
    .limit(limit)
    .for('update')
  const last = taken.at(-1)
  if (!last) return { lastId: null, staged: 0, cursor: null }
  await keepHistory(tx, taken)
  await stageAgain(tx, taken, attempt.number, attempt.scope.force)
  const cursor = await moveCounts(tx, runId, taken)
  return { lastId: taken.length < limit ? null : last.id, staged: taken.length, cursor }
}

async function keepHistory(tx: Tx, taken: readonly Taken[]): Promise<void> {
  await tx.execute(sql`
    insert into run_entry_attempt (entry_id, attempt, status, action, code, detail, settled_at)
    select id, attempt, status, action, code, detail, settled_at from run_entry
    where id = any(${intArray(taken.map((one) => one.id))}::bigint[]) and status <> 'staged'
    on conflict do nothing`)
}

async function stageAgain(tx: Tx, taken: readonly Taken[], attempt: number, force: boolean): Promise<void> {
  // Trouble seen while listing is forgotten: the source looks again.
  await tx.execute(sql`
    update run_entry set prior_status = case when status = 'staged' then prior_status else status end,
      status = 'staged', attempt = ${attempt}, tries = 0, due_at = null, action = null, code = null, cause = null,
      detail = null, evidence = null, resolution = null, took_ms = null, settled_at = null,
      data = coalesce(data, '{}'::jsonb) - 'trouble' || ${force ? '{"force":true}' : '{}'}::jsonb
    where id = any(${intArray(taken.map((one) => one.id))}::bigint[])`)
}

async function moveCounts(tx: Tx, runId: number, taken: readonly Taken[]): Promise<RunCursor> {
  const all = moved(taken)
  const byShow = [...Map.groupBy(taken, (one) => one.showId)].flatMap(([id, ones]) =>
    id === null ? [] : [{ id, ...moved(ones) }],
  )
  const byLibrary = [...Map.groupBy(taken, (one) => one.runLibraryId)].map(([id, ones]) => ({
    id,
    ...moved(ones),
  }))
  for (const [table, rows] of [
    ['run_show', byShow],
    ['run_library', byLibrary.sort((a, b) => a.id - b.id)],
  ] as const) {
    if (rows.length === 0) continue
    const values = rowsOf(rows, {
      id: ['integer', (r) => r.id],
      open: ['integer', (r) => r.open],
      unchanged: ['integer', (r) => r.counts.unchanged],
      skipped: ['integer', (r) => r.counts.skipped],
      failed: ['integer', (r) => r.counts.failed],
      retrying: ['integer', (r) => r.counts.retrying],
    })
    const open = table === 'run_library' ? sql`, open = t.open + v.open` : sql``
    await tx.execute(sql`
      update ${sql.raw(table)} t set unchanged = t.unchanged + v.unchanged, skipped = t.skipped + v.skipped,
        failed = t.failed + v.failed, retrying = t.retrying + v.retrying ${open}
      from ${values} where t.id = v.id`)
  }
  return moveCursor(tx, runId, FILLABLE, { counts: all.counts, open: all.open })
}

/** Units leave their kind for `retrying`; what was never settled only becomes open again. */
function moved(taken: readonly Taken[]) {
  const settled = taken.flatMap(({ status }) => (status === 'staged' ? [] : [{ status, wasSettled: false }]))
  const kinds = countSettled(settled)
  const left = addCounts(noCounts(), {
    created: -kinds.created,
    updated: -kinds.updated,
    unchanged: -kinds.unchanged,
    skipped: -kinds.skipped,
    failed: -kinds.failed,
    retrying: settled.length,
  })
  return { counts: left, open: taken.length }
}
