import type { Entry } from '../../db/domain/entry.ts'
import type { Trouble } from '../../db/domain/outcome.ts'
import { addPrescan } from '../../db/queries/jobs.ts'
import { findPart, freeLane, type Lease, LISTING, type RunPart, takeLane } from '../../db/queries/lane.ts'
import { lockLibrary, startListing } from '../../db/queries/lock-library.ts'
import { stageBatch } from '../../db/queries/stage-batch.ts'
import { SourceFailure } from '../sources/source.ts'
import { type Engine, openSource } from './engine.ts'
import { inBatches } from './in-batches.ts'

/** Most entries one staging transaction writes, and how long the first of them waits for the others. */
const BATCH = { most: 1000, waitMs: 1000 }

/**
 * Lists one library of a run and stages what it sees, batch by batch, then locks its total. Returns at once
 * when somebody else is listing it. A listing that fails for good locks the library at what was found.
 */
export async function prescanRun(engine: Engine, runLibraryId: number): Promise<void> {
  const part = await findPart(engine.db, runLibraryId)
  if (!part || part.locked) return
  const lease = await takeLane(engine.db, { runLibraryId, lane: LISTING, workerId: engine.workerId })
  if (!lease) return
  try {
    await engine.db.transaction((tx) => startListing(tx, lease, part))
    const trouble = await list(engine, lease, part)
    if (trouble === 'stopped') return await handBack(engine, lease)
    await engine.db.transaction((tx) => lockLibrary(tx, lease, part, trouble))
  } catch (error) {
    await freeLane(engine.db, lease)
    throw error
  }
}

/** Stages the whole listing. Answers null at its end, the trouble that cut it short, or that we were stopped. */
async function list(engine: Engine, lease: Lease, part: RunPart): Promise<Trouble | null | 'stopped'> {
  const stop = new AbortController()
  const signal = AbortSignal.any([engine.signal, stop.signal])
  try {
    const opened = openSource(engine, part, signal)
    try {
      for await (const batch of inBatches(opened.source.prescan(opened.library), BATCH)) {
        const entries = batch.filter((entry) => isWanted(part, entry))
        if (entries.length > 0) await engine.db.transaction((tx) => stageBatch(tx, lease, part, entries))
        if (engine.signal.aborted) return 'stopped'
      }
    } finally {
      stop.abort()
      await opened.source.close()
    }
    return engine.signal.aborted ? 'stopped' : null
  } catch (error) {
    if (engine.signal.aborted) return 'stopped'
    if (error instanceof SourceFailure)
      return { code: error.code, detail: error.message, evidence: error.evidence }
    throw error
  }
}

/** The worker ends: the listing is taken up again, from its start, by whoever comes next. */
async function handBack(engine: Engine, lease: Lease): Promise<void> {
  await engine.db.transaction(async (tx) => {
    await freeLane(tx, lease)
    await addPrescan(tx, lease.runLibraryId)
  })
}

function isWanted(part: RunPart, entry: Entry): boolean {
  const kinds = part.options.kinds
  return (
    !kinds ||
    kinds.length === 0 ||
    (entry.kind !== 'movie' && entry.kind !== 'episode') ||
    kinds.includes(entry.kind)
  )
}
