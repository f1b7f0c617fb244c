import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import {
  cancelRun,
  FORCE_AFTER_SECONDS,
  forceStop,
  MoveRefused,
  pauseRun,
  resumeRun,
} from '../../db/queries/control-run.ts'
import { openRun } from '../../db/queries/open-run.ts'
import { type RetryRequest, RetryRefused, retryRun } from '../../db/queries/retry-run.ts'
import { tryTransaction } from '../../db/queries/try-transaction.ts'
import { inOwnSession } from './own-session.ts'
import { isAway } from './patiently.ts'
import type { Deed, Move } from './deeds.ts'

const PERSON = { id: 'chaos', name: 'Chaos' }

/** What came of a move: `lost` when its session was ended, and then nobody knows until they look. */
export type Moved = 'done' | 'refused' | 'lost'

/** Does with a run what a person would. Throws what no person should ever see. */
export async function makeMove(url: string, move: Move, runId: number): Promise<Moved> {
  try {
    await inOwnSession(url, async (db) => {
      if (move === 'force') await age(db, runId)
      await tryTransaction(db, (tx): Promise<unknown> => {
        switch (move) {
          case 'pause':
            return pauseRun(tx, runId, PERSON)
          case 'resume':
            return resumeRun(tx, runId, PERSON)
          case 'cancel':
            return cancelRun(tx, runId, PERSON)
          case 'force':
            return forceStop(tx, runId, PERSON)
          case 'retry':
          case 'retry_some':
          case 'again':
          case 'remaining':
            return retryRun(tx, runId, PERSON, REQUESTS[move])
        }
      })
    })
    return 'done'
  } catch (error) {
    if (error instanceof MoveRefused || error instanceof RetryRefused) return 'refused'
    if (isAway(error)) return 'lost'
    throw error
  }
}

const REQUESTS: { [move in 'retry' | 'retry_some' | 'again' | 'remaining']: RetryRequest } = {
  retry: { filter: { status: ['failed'] }, force: false },
  retry_some: { filter: { status: ['failed'], code: ['file_missing'], q: '3' }, force: false },
  again: { filter: { q: '7' }, force: true },
  remaining: { filter: { status: ['staged'] }, force: false, remaining: true },
}

/** Lets the time pass that a run has to stop by itself before it may be forced. */
async function age(db: Db, runId: number): Promise<void> {
  await db.execute(sql`
    update run_cursor set state_at = now() - make_interval(secs => ${FORCE_AFTER_SECONDS + 1})
    where run_id = ${runId} and state in ('pausing', 'cancelling')`)
}

/** Opens a run; null when the session was lost. The same key asked twice is one run. */
export async function openChaosRun(
  url: string,
  deed: Extract<Deed, { do: 'open' }>,
  libraryIds: number[],
  key: string,
): Promise<number | null> {
  try {
    const request = { person: PERSON, libraryIds, mode: deed.mode, dryRun: deed.dryRun, idempotencyKey: key }
    const { runId } = await inOwnSession(url, (db) => tryTransaction(db, (tx) => openRun(tx, request)))
    return runId
  } catch (error) {
    if (isAway(error)) return null
    throw error
  }
}
