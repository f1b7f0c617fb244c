import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { COUNT_KINDS, type Counts } from '../domain/counts.ts'
import type { Trouble } from '../domain/outcome.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import { endAttempts } from './attempt-progress.ts'
import { closeIfDone } from './close-run.ts'
import { type CursorDelta, type CursorMove, moveCursor, type RunCursor, writeFacts } from './ledger.ts'
import type { RunPart } from './lane.ts'
import { kickPart } from './reopen-run.ts'
import { jsonText } from './sql-rows.ts'

/** One library's row as read under its lock. */
export interface PartRow extends Counts {
  id: number
  libraryId: number | null
  found: number
  open: number
  locked: boolean
  complete: boolean
  holds: boolean
  code: TroubleCode | null
  detail: string | null
  showsTotal: number
}

/** What a transaction changes of a library's row; absent: nothing. */
export interface PartDelta {
  counts?: Counts
  open?: number
  lock?: { complete: boolean; trouble: Trouble | null }
}

/** Changes the library's row and keeps it locked; always before the run's hot row. */
export async function movePart(tx: Tx, runLibraryId: number, delta: PartDelta): Promise<PartRow> {
  const counts = sql.join(
    COUNT_KINDS.map(
      (kind) => sql`${sql.raw(kind)} = ${sql.raw(kind)} + ${delta.counts?.[kind] ?? 0}::integer`,
    ),
    sql`, `,
  )
  const lock = delta.lock
  const locking = lock
    ? sql`, locked = true, complete = ${lock.complete}, code = ${lock.trouble?.code ?? null},
        detail = ${lock.trouble?.detail ?? null}, evidence = ${jsonText(lock.trouble?.evidence)}::jsonb,
        state = case when state in ('listing', 'waiting') then 'ingesting' else state end`
    : sql``
  const rows = await tx.execute<PartRow & { [key: string]: unknown }>(sql`
    update run_library set ${counts}, open = open + ${delta.open ?? 0}::integer, stalls = 0 ${locking}
    where id = ${runLibraryId}
    returning id, library_id as "libraryId", found, open, locked, complete, holds, code, detail,
      shows_total as "showsTotal", created, updated, unchanged, skipped, failed, retrying`)
  const row = rows[0]
  if (!row) throw new Error(`run library ${runLibraryId} is gone`)
  return row
}

/**
 * The end of every transaction that settles or locks: ends the library if it is done (releasing its hold to the
 * next run that waits for it), moves the run's hot row, closes the run if that was the last of it, and writes
 * the events. Answers the run's state as it now is.
 */
export async function finishTransaction(
  tx: Tx,
  part: RunPart,
  row: PartRow,
  delta: CursorDelta,
  eventsOf: (cursor: RunCursor) => DraftEvent[],
): Promise<RunCursor> {
  const ended = row.locked && row.open === 0 && row.holds && !(await isFilling(tx, part.runId))
  const next = ended ? await endLibrary(tx, part, row) : null
  const attempts = delta.unlocked === -1 ? await endAttempts(tx, part.runId) : []
  const cursor = await moveCursor(tx, part.runId, ['running', 'pausing', 'cancelling'], {
    ...delta,
    librariesDone: ended ? 1 : 0,
  })
  const events = [...eventsOf(cursor), ...attempts]
  const move: CursorMove = {}
  if (delta.unlocked === -1 && cursor.unlocked === 0) {
    move.locked = true
    events.push({
      type: 'total.locked',
      level: 'info',
      phase: 'overall',
      scope: {},
      progress: { current: 0, total: cursor.found },
      message: `Totals locked: ${cursor.found.toLocaleString('en')} items in ${cursor.librariesTotal === 1 ? '1 library' : `${cursor.librariesTotal} libraries`}`,
    })
  }
  if (ended) events.push(libraryFinished(part, row))
  const closing = await closeIfDone(tx, cursor)
  if (closing) events.push(...closing.events)
  await writeFacts(tx, part.runId, events, { ...move, ...closing?.move })
  if (next !== null) await kickPart(tx, next)
  return { ...cursor, state: closing?.move.state ?? cursor.state }
}

/**
 * True while an attempt is being filled: the next page may have more for a part that has nothing left now. What
 * begins and ends the filling locks all parts of the run, so under one part's lock the answer holds.
 */
async function isFilling(tx: Tx, runId: number): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from run_cursor where run_id = ${runId} and staging > 0`)
  return rows.length > 0
}

/** Ends the part and hands its hold on; answers the run library that may list now, if one waited. */
async function endLibrary(tx: Tx, part: RunPart, row: PartRow): Promise<number | null> {
  await tx.execute(sql`
    update run_library set state = ${row.code ? 'failed' : 'finished'}, holds = false, ended_at = now()
    where id = ${row.id}`)
  if (row.complete && !part.dryRun && row.libraryId !== null) {
    const column = sql.raw(part.mode === 'full' ? 'last_full' : 'last_incremental')
    // A retry ends the library once more, but lists nothing: its time stays that of the listing.
    await tx.execute(sql`
      update library set ${column} = greatest(${column}, coalesce(
        (select locked_at from run_cursor where run_id = ${part.runId}), now()))
      where id = ${row.libraryId}`)
  }
  return row.libraryId === null ? null : releaseHold(tx, row.libraryId)
}

/** Gives a library's hold to the run that waits longest (lowest id); answers its run library. */
export async function releaseHold(tx: Tx, libraryId: number): Promise<number | null> {
  const rows = await tx.execute<{ id: number }>(sql`
    update run_library set holds = true, state = case when locked then 'ingesting' else 'listing' end where id = (
      select id from run_library where library_id = ${libraryId} and state = 'waiting'
      order by run_id limit 1 for update skip locked)
    returning id`)
  return rows[0]?.id ?? null
}

/** The event that says how a library ended. */
export function libraryFinished(
  part: Pick<RunPart, 'sourceId' | 'libraryId' | 'title'>,
  row: Pick<PartRow, 'found' | 'code' | 'detail' | keyof Counts>,
): DraftEvent {
  const said = COUNT_KINDS.filter((kind) => kind !== 'retrying' && row[kind] > 0)
    .map((kind) => `${row[kind].toLocaleString('en')} ${kind === 'created' ? 'added' : kind}`)
    .join(', ')
  const message = row.code
    ? `${part.title}: ${row.detail ?? row.code}`
    : `${part.title} finished — ${said || 'nothing to do'}`
  return {
    type: 'library.finished',
    level: row.code ? 'error' : row.failed > 0 ? 'warn' : 'info',
    phase: 'library',
    scope: { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title },
    progress: { current: row.found, total: row.found },
    message,
    ...(row.code ? { extra: { code: row.code } } : {}),
  }
}
