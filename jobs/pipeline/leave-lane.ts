import { stopIfIdle } from '../../db/queries/control-run.ts'
import { addIngest, addPrescan } from '../../db/queries/jobs.ts'
import { freeLane, type Lease, LISTING, type RunPart } from '../../db/queries/lane.ts'
import type { Engine } from './engine.ts'

/** True while a run's parts may be worked on. */
export function mayWork(part: RunPart): boolean {
  return part.state === 'running' || part.state === 'queued'
}

/**
 * Gives a lane back that still has work: its job goes to the end of the queue (a job of a run that stopped
 * finds nothing to do). The last lane of a pausing or cancelling run makes its second step.
 */
export async function leaveLane(engine: Engine, lease: Lease, part: RunPart): Promise<void> {
  await engine.db.transaction(async (tx) => {
    await freeLane(tx, lease)
    if (lease.lane === LISTING) await addPrescan(tx, lease.runLibraryId)
    else await addIngest(tx, lease.runLibraryId, [lease.lane])
  })
  await engine.db.transaction((tx) => stopIfIdle(tx, part.runId))
}

/** Gives a lane back after a failure: graphile-worker or the sweep brings its job again. */
export async function abandonLane(engine: Engine, lease: Lease, part: RunPart): Promise<void> {
  await freeLane(engine.db, lease)
  await engine.db.transaction((tx) => stopIfIdle(tx, part.runId))
}
