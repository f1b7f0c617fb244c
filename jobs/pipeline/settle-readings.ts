import { outcomeOf, type Trouble } from '../../db/domain/outcome.ts'
import type { RunState } from '../../db/domain/run-state.ts'
import { TROUBLE } from '../../db/domain/trouble-codes.ts'
import { deferEntries } from '../../db/queries/defer-entries.ts'
import { findKnownFiles } from '../../db/queries/known-files.ts'
import type { Lease, RunPart } from '../../db/queries/lane.ts'
import { BatchStale, type Settlement, settleBatch } from '../../db/queries/settle-batch.ts'
import { pathKeyOf } from '../../db/queries/write-catalogue.ts'
import { databaseTrouble, isTransient } from './database-trouble.ts'
import { asPlan, decide } from './decide.ts'
import type { Engine } from './engine.ts'
import type { EntryReading } from './read-entries.ts'

/** How often a batch is tried again after a deadlock, a lost connection or a restarting server. */
const TRIES = 5

/**
 * Decides on readings and settles them. Rows that the database refuses are found by halving the batch, in
 * transactions of their own, and fail alone. Answers the state that the run is in afterwards.
 */
export async function settleReadings(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  reader: number,
  readings: readonly EntryReading[],
): Promise<RunState> {
  const known = await findKnownFiles(
    engine.db,
    readings.flatMap(({ reading }) => ('draft' in reading ? [pathKeyOf(reading.draft.file.path)] : [])),
  )
  const all = readings.map(({ entry, reading, tookMs }): Settlement => {
    if ('trouble' in reading) return { entry, outcome: outcomeOf(reading.trouble), draft: null, tookMs }
    const file = known.get(pathKeyOf(reading.draft.file.path)) ?? null
    const isForced = entry.isForced || (part.options.force ?? false)
    const outcome = decide(reading.draft, file, reading.warnings, isForced)
    return { entry, outcome: part.dryRun ? asPlan(outcome) : outcome, draft: reading.draft, tookMs }
  })
  const settlements = await deferTransient(engine, all)
  if (settlements.length === 0) return 'running'
  return settleHalving(engine, lease, part, reader, settlements)
}

/** Trouble that may pass by itself is tried again, with back-off and a cap, before it counts as failed. */
async function deferTransient(engine: Engine, settlements: readonly Settlement[]): Promise<Settlement[]> {
  const later = settlements.filter(
    ({ entry, outcome }) =>
      outcome.status === 'failed' &&
      TROUBLE[outcome.code].retry === 'auto' &&
      !entry.trouble &&
      entry.tries < engine.backOffMs.length,
  )
  for (const [tries, ones] of Map.groupBy(later, (one) => one.entry.tries)) {
    await deferEntries(
      engine.db,
      ones.map((one) => one.entry.id),
      engine.backOffMs[tries] ?? 0,
    )
  }
  return settlements.filter((one) => !later.includes(one))
}

async function settleHalving(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  reader: number,
  settlements: readonly Settlement[],
): Promise<RunState> {
  for (let tries = 1; ; tries++) {
    try {
      const cursor = await engine.db.transaction((tx) => settleBatch(tx, lease, part, reader, settlements))
      return cursor.state
    } catch (error) {
      if (error instanceof BatchStale) return 'running'
      if (isTransient(error) && tries < TRIES) continue
      const trouble = databaseTrouble(error)
      if (!trouble) throw error
      engine.log.warn(
        { err: error, runId: part.runId, entries: settlements.length },
        'the database refused a batch',
      )
      return settleHalves(engine, lease, part, reader, settlements, trouble)
    }
  }
}

async function settleHalves(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  reader: number,
  settlements: readonly Settlement[],
  trouble: Trouble,
): Promise<RunState> {
  const [only] = settlements
  if (settlements.length === 1 && only) {
    // A failure that the database refuses as well is a bug of ours, not a bad row: it must not loop.
    if (only.outcome.status === 'failed' && only.outcome.code === 'database_error') {
      throw new Error(`entry ${only.entry.id} can't be settled: ${trouble.detail}`)
    }
    const failed: Settlement = { ...only, outcome: outcomeOf(trouble), draft: null }
    return settleHalving(engine, lease, part, reader, [failed])
  }
  const middle = Math.ceil(settlements.length / 2)
  await settleHalving(engine, lease, part, reader, settlements.slice(0, middle))
  return settleHalving(engine, lease, part, reader, settlements.slice(middle))
}
