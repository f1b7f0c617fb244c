import { count, sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { hasEnded, type RunState } from '../domain/run-state.ts'
import { runEntry } from '../schema/run-entry.ts'
import { type Actor, lockParts, stateOf } from './control-run.ts'
import { addJob } from './jobs.ts'
import { type FrozenScope, STAGED_AT_ONCE, stageNextPage } from './fill-attempt.ts'
import { writeFacts } from './ledger.ts'
import { parkParts, type Reopened, reopenParts } from './reopen-run.ts'
import { type AttemptScope, eligible, lockEligibleShows } from './stage-attempt.ts'

/** What a person asks to try again. `remaining`: also list what a cancelled run never listed. */
export interface RetryRequest extends AttemptScope {
  expectedCount?: number
  remaining?: boolean
}

export type RetryRefusal = 'nothing' | 'changed' | 'stopping'

/** A retry that can't be: nothing matches, the filter moved since it was looked at, or the run is stopping. */
export class RetryRefused extends Error {
  readonly code: RetryRefusal

  constructor(code: RetryRefusal, message: string) {
    super(message)
    this.name = 'RetryRefused'
    this.code = code
  }
}

/**
 * Opens a further attempt of a run over the entries that match now: the scope is frozen under the run's lock and
 * never grows. The run's totals do not change and its percent never moves back. Throws `RetryRefused`.
 */
export async function retryRun(
  tx: Tx,
  runId: number,
  actor: Actor,
  request: RetryRequest,
): Promise<{ attempt: number; entries: number }> {
  await lockEligibleShows(tx, runId, request)
  await lockParts(tx, runId)
  const state = await stateOf(tx, runId)
  if (state === 'pausing' || state === 'cancelling') {
    throw new RetryRefused('stopping', `Run #${runId} is ${state}. Try again when it has stopped.`)
  }
  const isEnded = hasEnded(state)
  const matching = await countMatching(tx, runId, request, isEnded)
  refuseUnlessExpected(request, matching.entries, isEnded)
  const attempt = await nextAttempt(tx, runId)
  const relist = isEnded && (request.remaining ?? false)
  if (isEnded) await parkParts(tx, runId, attempt, relist)
  const reopened = await reopenParts(tx, runId, matching.parts, relist)
  if (matching.entries === 0 && reopened.listing === 0) {
    throw new RetryRefused('nothing', `Nothing of run #${runId} is left to run.`)
  }
  await openAttempt(tx, runId, attempt, actor, request, isEnded)
  await reviveCursor(tx, runId, state, attempt, reopened)
  if (matching.entries > STAGED_AT_ONCE) {
    await addJob(tx, 'stage_attempt', { runId, attempt }, `stage:${runId}:${attempt}`)
  } else {
    await stageNextPage(tx, runId, attempt)
  }
  return { attempt, entries: matching.entries }
}

async function countMatching(tx: Tx, runId: number, scope: AttemptScope, isEnded: boolean) {
  const rows = await tx
    .select({ part: runEntry.runLibraryId, entries: count() })
    .from(runEntry)
    .where(eligible(runId, scope, isEnded))
    .groupBy(runEntry.runLibraryId)
  return { entries: rows.reduce((sum, row) => sum + row.entries, 0), parts: rows.map((row) => row.part) }
}

function refuseUnlessExpected(request: RetryRequest, entries: number, isEnded: boolean): void {
  if (entries === 0 && !(request.remaining && isEnded)) {
    throw new RetryRefused(
      'nothing',
      'Nothing that matches can be retried: no failed item is left in this view.',
    )
  }
  if (request.expectedCount !== undefined && request.expectedCount !== entries) {
    throw new RetryRefused(
      'changed',
      `${entries.toLocaleString('en')} items match now, not ${request.expectedCount.toLocaleString('en')}. Look again and confirm.`,
    )
  }
}

async function nextAttempt(tx: Tx, runId: number): Promise<number> {
  const [row] = await tx.execute<{ attempt: number }>(sql`
    update run_cursor set attempt = attempt + 1 where run_id = ${runId} returning attempt`)
  return row?.attempt ?? 2
}

async function openAttempt(
  tx: Tx,
  runId: number,
  attempt: number,
  actor: Actor,
  request: RetryRequest,
  hasEnded: boolean,
): Promise<void> {
  const scope: FrozenScope = { filter: request.filter, force: request.force, hasEnded }
  if (request.entryIds) scope.entryIds = request.entryIds
  await tx.execute(sql`
    insert into run_attempt (run_id, attempt, started_by, started_by_name, filter, force, state, asked)
    values (${runId}, ${attempt}, ${actor.id}, ${actor.name}, ${JSON.stringify(scope)}::jsonb, ${request.force}, 'staging',
      pg_current_snapshot())`)
}

async function reviveCursor(tx: Tx, runId: number, state: RunState, attempt: number, reopened: Reopened) {
  const isEnded = hasEnded(state)
  await tx.execute(sql`
    update run_cursor set libraries_done = libraries_done - ${reopened.done}::integer,
      staging = staging + 1,
      open = case when ${isEnded} then 0 else open end,
      unlocked = case when ${isEnded} then ${reopened.listing} else unlocked end,
      locked_at = case when not ${isEnded} then locked_at when ${reopened.listing} > 0 then null
        else coalesce(locked_at, now()) end,
      state = case when ${isEnded} then 'running' else state end
    where run_id = ${runId}`)
  await writeFacts(
    tx,
    runId,
    [
      {
        type: 'attempt.started',
        level: 'info',
        phase: 'overall',
        scope: {},
        message: `Attempt ${attempt} started`,
        extra: { attempt },
      },
    ],
    isEnded ? { state: 'running', outcome: null } : {},
  )
}
