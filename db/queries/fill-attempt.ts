import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { endAttempts } from './attempt-progress.ts'
import { closeIfDone } from './close-run.ts'
import { kickRun, lockParts } from './control-run.ts'
import { endDrained } from './end-drained.ts'
import { moveCursor, writeFacts } from './ledger.ts'
import { kickPart } from './reopen-run.ts'
import { type AttemptScope, FILLABLE, lockEligibleShows, stageAttemptPage } from './stage-attempt.ts'

/** Up to this many entries are staged in the asking transaction; above it a task does it, so many a page. */
export const STAGED_AT_ONCE = 5_000

/** The scope as an attempt keeps it: whether the run had ended when it was asked decides what may be taken. */
export type FrozenScope = AttemptScope & { hasEnded: boolean }

interface AttemptRow {
  scope: FrozenScope
  asked: string
  afterId: number
}

/**
 * Stages the next page of an attempt that is being filled; after the last one the attempt runs. Answers whether
 * there is more. Harmless when the attempt is filled already or was stopped.
 */
export async function stageNextPage(tx: Tx, runId: number, attempt: number): Promise<boolean> {
  const [asked] = await tx.execute<{ scope: FrozenScope }>(sql`
    select filter as scope from run_attempt where run_id = ${runId} and attempt = ${attempt} and state = 'staging'`)
  if (!asked) return false
  await lockEligibleShows(tx, runId, asked.scope)
  await lockParts(tx, runId)
  const [row] = await tx.execute<AttemptRow & { [key: string]: unknown }>(sql`
    select filter as scope, asked::text, after_id as "afterId" from run_attempt
    where run_id = ${runId} and attempt = ${attempt} and state = 'staging' for update`)
  if (!row) return false
  const { scope, afterId } = row
  const page = await stageAttemptPage(
    tx,
    runId,
    { number: attempt, asked: row.asked, afterId, hasEnded: scope.hasEnded, scope },
    STAGED_AT_ONCE,
  )
  await tx.execute(sql`
    update run_attempt set entries = entries + ${page.staged}, after_id = ${page.lastId ?? afterId}
    where run_id = ${runId} and attempt = ${attempt}`)
  if (page.lastId !== null) {
    await writeFacts(tx, runId, [])
    return true
  }
  await endStaging(tx, runId, attempt)
  return false
}

/** The attempt is filled: it runs, its jobs are added, and the run may close when there was nothing to do. */
async function endStaging(tx: Tx, runId: number, attempt: number): Promise<void> {
  await tx.execute(sql`
    update run_attempt set state = 'running' where run_id = ${runId} and attempt = ${attempt}`)
  const finished = await endAttempts(tx, runId)
  const drained = await endDrained(tx, runId)
  const cursor = await moveCursor(tx, runId, FILLABLE, { staging: -1, librariesDone: drained.events.length })
  const closing = await closeIfDone(tx, cursor)
  const events = [...finished, ...drained.events, ...(closing?.events ?? [])]
  await writeFacts(tx, runId, events, closing?.move ?? {})
  await kickRun(tx, runId)
  for (const next of drained.next) await kickPart(tx, next)
}
