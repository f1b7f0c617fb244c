import { eq, sql, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import { progressOf, rateOf, secondsLeftOf, type PacePoint } from '../../domain/progress.ts'
import { FORCE_AFTER_SECONDS } from '../../domain/run-state.ts'
import type { RunSummary } from '../../domain/run-view.ts'
import { run, runCursor } from '../../schema/run.ts'
import { isoTime, isoTimeOrNull } from './iso-time.ts'
import { countsOf, countsSelected } from './selected-counts.ts'
import { readPaces } from './run-pace.ts'
import { runAudience } from './visible-runs.ts'

/** A run as lists show it, with whose it is (see `isInAudience`). */
export interface SummaryRow {
  audience: string | null
  summary: RunSummary
}

/** The runs that meet the condition (on `run` and `run_cursor`), in the order and number asked for. */
export async function readSummaries(
  db: Db | Tx,
  condition: SQL | undefined,
  page: { orderBy: SQL[]; limit: number },
): Promise<SummaryRow[]> {
  const rows = await summaryRows(db)
    .where(condition)
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const moving = rows.filter((row) => row.state === 'running').map((row) => row.id)
  const paces = await readPaces(db, moving)
  return rows.map((row) => ({
    audience: row.audience,
    summary: summaryOf(row, paces.of.get(row.id) ?? [], paces.nowMs),
  }))
}

function summaryRows(db: Db | Tx) {
  return db
    .select({
      id: run.id,
      audience: runAudience,
      title: run.title,
      mode: run.mode,
      dryRun: run.dryRun,
      options: run.options,
      trigger: run.trigger,
      startedByName: run.startedByName,
      createdAt: run.createdAt,
      state: runCursor.state,
      stateAt: runCursor.stateAt,
      outcome: runCursor.outcome,
      attempt: runCursor.attempt,
      ...countsSelected(runCursor),
      found: runCursor.found,
      seenUnchanged: sql<number>`(
        select coalesce(sum(l.seen_unchanged), 0)::integer from run_library l where l.run_id = run.id)`,
      lastSeq: runCursor.lastSeq,
      librariesDone: runCursor.librariesDone,
      librariesTotal: runCursor.librariesTotal,
      startedAt: runCursor.startedAt,
      lockedAt: runCursor.lockedAt,
      endedAt: runCursor.endedAt,
    })
    .from(run)
    .innerJoin(runCursor, eq(runCursor.runId, run.id))
}

type Row = Awaited<ReturnType<typeof summaryRows>>[number]

function summaryOf(row: Row, points: readonly PacePoint[], nowMs: number): RunSummary {
  const counts = countsOf(row)
  const progress = progressOf({ counts, found: row.found, locked: row.lockedAt !== null })
  const rate = rateOf(points, nowMs)
  const elapsedMs = row.startedAt === null ? 0 : nowMs - Date.parse(row.startedAt)
  return {
    id: row.id,
    title: row.title,
    mode: row.mode,
    dryRun: row.dryRun,
    options: row.options,
    trigger: row.trigger,
    startedByName: row.startedByName,
    state: row.state,
    stateAt: isoTime(row.stateAt),
    forceAt: forceAtOf(row),
    outcome: row.outcome,
    attempt: row.attempt,
    ...progress,
    counts,
    remaining: progress.found - progress.settled + counts.retrying,
    seenUnchanged: row.seenUnchanged,
    librariesDone: row.librariesDone,
    librariesTotal: row.librariesTotal,
    rate: rate === null ? null : Math.round(rate * 10) / 10,
    secondsLeft: secondsLeftOf(progress, { rate, elapsedMs }),
    lastSeq: row.lastSeq,
    createdAt: isoTime(row.createdAt),
    startedAt: isoTimeOrNull(row.startedAt),
    endedAt: isoTimeOrNull(row.endedAt),
  }
}

function forceAtOf({ state, stateAt }: Row): string | null {
  if (state !== 'pausing' && state !== 'cancelling') return null
  return new Date(Date.parse(stateAt) + FORCE_AFTER_SECONDS * 1000).toISOString()
}
