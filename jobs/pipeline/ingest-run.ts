import { stopIfIdle } from '../../db/queries/control-run.ts'
import { findPart, type Lease, releaseIfEmpty, type RunPart, takeLane } from '../../db/queries/lane.ts'
import { readStaged, type StagedEntry } from '../../db/queries/staged-entries.ts'
import { type Engine, type Opened, openSource } from './engine.ts'
import { inBatches } from './in-batches.ts'
import { abandonLane, leaveLane, mayWork } from './leave-lane.ts'
import { makeNowTeller } from './now-teller.ts'
import { readEntries } from './read-entries.ts'
import { settleReadings } from './settle-readings.ts'

/** Most entries one settling transaction writes, and how long the first of them waits for the others. */
const BATCH = { most: 500, waitMs: 1000 }
/** How long a lane keeps its worker's slot before it queues up again behind the others. */
const SLICE_MS = 10_000

/**
 * Works one lane of a library: reads staged entries from the source, decides, settles, until the lane is empty,
 * its slice is over, the run stops, or the worker ends. Returns at once when somebody else has the lane.
 */
export async function ingestRun(engine: Engine, runLibraryId: number, lane: number): Promise<void> {
  const part = await findPart(engine.db, runLibraryId)
  if (!part || !mayWork(part)) return
  const lease = await takeLane(engine.db, { runLibraryId, lane, workerId: engine.workerId })
  if (!lease) return
  const watched = engine.runs.watch(part.runId)
  const stopped = AbortSignal.any([engine.signal, watched.signal])
  const over = new AbortController()
  try {
    const opened = openSource(engine, part, AbortSignal.any([stopped, over.signal]))
    try {
      await workLane(engine, lease, part, opened, stopped)
    } finally {
      over.abort()
      await opened.source.close()
    }
  } catch (error) {
    await abandonLane(engine, lease, part)
    throw error
  } finally {
    watched.done()
  }
}

async function workLane(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  opened: Opened,
  stopped: AbortSignal,
): Promise<void> {
  const until = performance.now() + SLICE_MS
  for (;;) {
    const staged = await readStaged(engine.db, lease, BATCH.most)
    if (staged.length === 0) {
      if (!(await engine.db.transaction((tx) => releaseIfEmpty(tx, lease)))) continue
      await engine.db.transaction((tx) => stopIfIdle(tx, part.runId))
      return
    }
    const isOver = await settleStaged(engine, lease, part, opened, staged, stopped, until)
    if (isOver) return await leaveLane(engine, lease, part)
  }
}

/** Reads and settles these entries; true when the lane has to be given back, settled to the end or not. */
async function settleStaged(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  opened: Opened,
  staged: StagedEntry[],
  stopped: AbortSignal,
  until: number,
): Promise<boolean> {
  const tell = makeNowTeller(engine.db, lease, part.runId)
  const readings = readEntries(opened, staged, stopped, tell)
  for await (const batch of inBatches(readings, BATCH)) {
    const state = await settleReadings(engine, lease, part, opened.reader, batch)
    if (state !== 'running' || stopped.aborted || performance.now() >= until) return true
  }
  return stopped.aborted
}
