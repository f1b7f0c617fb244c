import { eq, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../../connect.ts'
import { progressOf, rateOf, secondsLeftOf, type PacePoint } from '../../domain/progress.ts'
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
      trigger: run.trigger,
      startedByName: run.startedByName,
      createdAt: run.createdAt,
      state: runCursor.state,
      outcome: runCursor.outcome,
      attempt: runCursor.attempt,
      ...countsSelected(runCursor),
      found: runCursor.found,
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
    trigger: row.trigger,
    startedByName: row.startedByName,
    state: row.state,
    outcome: row.outcome,
    attempt: row.attempt,
    ...progress,
    counts,
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
