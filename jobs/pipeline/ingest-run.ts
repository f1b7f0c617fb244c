import { addIngest } from '../../db/queries/jobs.ts'
import {
  findPart,
  freeLane,
  type Lease,
  releaseIfEmpty,
  type RunPart,
  takeLane,
} from '../../db/queries/lane.ts'
import { readStaged, type StagedEntry } from '../../db/queries/staged-entries.ts'
import { type Engine, type Opened, openSource } from './engine.ts'
import { inBatches } from './in-batches.ts'
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
  const stop = new AbortController()
  const signal = AbortSignal.any([engine.signal, stop.signal])
  try {
    const opened = openSource(engine, part, signal)
    try {
      await workLane(engine, lease, part, opened, signal)
    } finally {
      stop.abort()
      await opened.source.close()
    }
  } catch (error) {
    await freeLane(engine.db, lease)
    throw error
  }
}

function mayWork(part: RunPart): boolean {
  return part.state === 'running'
}

async function workLane(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  opened: Opened,
  signal: AbortSignal,
): Promise<void> {
  const until = performance.now() + SLICE_MS
  for (;;) {
    const staged = await readStaged(engine.db, lease, BATCH.most)
    if (staged.length === 0) {
      if (await engine.db.transaction((tx) => releaseIfEmpty(tx, lease))) return
      continue
    }
    const isOver = await settleStaged(engine, lease, part, opened, staged, signal, until)
    if (isOver) return await handBack(engine, lease)
  }
}

/** Reads and settles these entries; true when the lane has to be given back, settled to the end or not. */
async function settleStaged(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  opened: Opened,
  staged: StagedEntry[],
  signal: AbortSignal,
  until: number,
): Promise<boolean> {
  const tell = makeNowTeller(engine.db, lease, part.runId)
  const readings = readEntries(opened, staged, signal, tell)
  for await (const batch of inBatches(readings, BATCH)) {
    const state = await settleReadings(engine, lease, part, opened.reader, batch)
    if (state !== 'running' || engine.signal.aborted || performance.now() >= until) return true
  }
  return engine.signal.aborted
}

/** The lane goes back, and its job to the end of the queue. */
async function handBack(engine: Engine, lease: Lease): Promise<void> {
  await engine.db.transaction(async (tx) => {
    await freeLane(tx, lease)
    await addIngest(tx, lease.runLibraryId, [lease.lane])
  })
}
