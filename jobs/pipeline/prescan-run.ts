import type { Entry } from '../../db/domain/entry.ts'
import type { Trouble } from '../../db/domain/outcome.ts'
import { stopIfIdle } from '../../db/queries/control-run.ts'
import { findKnownEntries, findPlanned } from '../../db/queries/known-entries.ts'
import { findPart, type Lease, LISTING, type RunPart, takeLane } from '../../db/queries/lane.ts'
import { lockLibrary, startListing } from '../../db/queries/lock-library.ts'
import { stageBatch } from '../../db/queries/stage-batch.ts'
import { SourceFailure } from '../sources/source.ts'
import { asPlanned, isUnchanged } from './choose-entries.ts'
import { type Engine, openSource } from './engine.ts'
import { inBatches } from './in-batches.ts'
import { abandonLane, leaveLane, mayWork } from './leave-lane.ts'

/** Most entries one staging transaction writes, and how long the first of them waits for the others. */
const BATCH = { most: 1000, waitMs: 1000 }

/**
 * Lists one library of a run and stages what it sees, batch by batch, then locks its total. Returns at once
 * when somebody else is listing it. A listing that fails for good locks the library at what was found.
 */
export async function prescanRun(engine: Engine, runLibraryId: number): Promise<void> {
  const part = await findPart(engine.db, runLibraryId)
  if (!part || part.locked || !mayWork(part)) return
  const lease = await takeLane(engine.db, { runLibraryId, lane: LISTING, workerId: engine.workerId })
  if (!lease) return
  const watched = engine.runs.watch(part.runId)
  try {
    await engine.db.transaction((tx) => startListing(tx, lease, part))
    const trouble = await list(engine, lease, part, AbortSignal.any([engine.signal, watched.signal]))
    if (trouble === 'stopped') return await leaveLane(engine, lease, part)
    await engine.db.transaction((tx) => lockLibrary(tx, lease, part, trouble))
    await engine.db.transaction((tx) => stopIfIdle(tx, part.runId))
  } catch (error) {
    await abandonLane(engine, lease, part)
    throw error
  } finally {
    watched.done()
  }
}

/** Stages the whole listing. Answers null at its end, the trouble that cut it short, or that we were stopped. */
async function list(
  engine: Engine,
  lease: Lease,
  part: RunPart,
  stopped: AbortSignal,
): Promise<Trouble | null | 'stopped'> {
  const over = new AbortController()
  try {
    const opened = openSource(engine, part, AbortSignal.any([stopped, over.signal]))
    try {
      for await (const batch of inBatches(opened.source.prescan(opened.library), BATCH)) {
        const entries = await plan(
          engine,
          part,
          batch.filter((entry) => isWanted(part, entry)),
        )
        const { todo, unchanged } = await split(engine, part, opened.reader, entries)
        if (batch.length > 0)
          await engine.db.transaction((tx) => stageBatch(tx, lease, part, todo, unchanged))
        if (stopped.aborted) return 'stopped'
      }
    } finally {
      over.abort()
      await opened.source.close()
    }
    return stopped.aborted ? 'stopped' : null
  } catch (error) {
    if (stopped.aborted) return 'stopped'
    if (error instanceof SourceFailure)
      return { code: error.code, detail: error.message, evidence: error.evidence }
    throw error
  }
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

/** What of a listing an incremental run has to do, and how much it has not. */
async function split(
  engine: Engine,
  part: RunPart,
  reader: number,
  entries: Entry[],
): Promise<{ todo: Entry[]; unchanged: number }> {
  if (part.mode === 'full' || part.options.force) return { todo: entries, unchanged: 0 }
  const known = await findKnownEntries(
    engine.db,
    part.libraryId,
    entries.map((entry) => entry.key),
  )
  const todo = entries.filter((entry) => !isUnchanged(entry, known.get(entry.key), reader))
  return { todo, unchanged: entries.length - todo.length }
}

/** The entries as the plan of a dry run allows them, where this run carries one out. */
async function plan(engine: Engine, part: RunPart, entries: Entry[]): Promise<Entry[]> {
  const { planOf } = part.options
  if (planOf === undefined) return entries
  const planned = await findPlanned(
    engine.db,
    planOf,
    part.libraryId,
    entries.map((entry) => entry.key),
  )
  return entries.map((entry) => asPlanned(entry, planned.get(entry.key), planOf))
}
