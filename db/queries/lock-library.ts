import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { Trouble } from '../domain/outcome.ts'
import { checkLease, freeLane, type Lease, type RunPart } from './lane.ts'
import { finishTransaction, movePart } from './library-part.ts'
import { moveCursor, type RunCursor, writeFacts } from './ledger.ts'
import { markMissing } from './mark-missing.ts'

/** Says that a listing has begun: the run is running, the library lists. Once a run library, however often asked. */
export async function startListing(tx: Tx, lease: Lease, part: RunPart): Promise<void> {
  await checkLease(tx, lease)
  // A listing that starts again sees everything again.
  const rows = await tx.execute<{ isFirst: boolean }>(sql`
    update run_library l set started_at = coalesce(l.started_at, now()), state = 'listing', seen_unchanged = 0
    from (select started_at from run_library where id = ${part.runLibraryId}) before
    where l.id = ${part.runLibraryId} returning before.started_at is null as "isFirst"`)
  if (!rows[0]?.isFirst) return
  const cursor = await moveCursor(tx, part.runId, ['queued', 'running', 'pausing', 'cancelling'], {})
  await writeFacts(
    tx,
    part.runId,
    [
      {
        type: 'prescan.started',
        level: 'info',
        phase: 'library',
        scope: { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title },
        message: `Indexing ${part.title}`,
      },
    ],
    { started: true, ...(cursor.state === 'queued' ? { state: 'running' as const } : {}) },
  )
}

/**
 * Locks a library's total at what was found. With trouble the listing is incomplete: the library ends failed,
 * the run goes on with what was staged. Gives the listing's lease back. Answers the run as it then is.
 */
export async function lockLibrary(
  tx: Tx,
  lease: Lease,
  part: RunPart,
  trouble: Trouble | null,
): Promise<RunCursor> {
  await checkLease(tx, lease)
  const gone = trouble ? null : await markMissing(tx, part)
  const row = await movePart(tx, part.runLibraryId, { lock: { complete: trouble === null, trouble } })
  await checkLease(tx, lease)
  await freeLane(tx, lease)
  const scope = { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title }
  return finishTransaction(tx, part, row, { unlocked: -1 }, () => [
    {
      type: 'prescan.locked',
      level: trouble ? 'error' : 'info',
      phase: trouble ? 'error' : 'library',
      scope,
      progress: { current: row.found, total: row.found },
      message: trouble
        ? `${part.title}: listing stopped after ${row.found.toLocaleString('en')}. ${trouble.detail}`
        : `${part.title}: ${row.found.toLocaleString('en')} found`,
      ...(trouble ? { extra: { code: trouble.code, ...trouble.evidence } } : {}),
    },
    ...(gone ? [{ ...gone, scope }] : []),
  ])
}
