import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import type { MediaKind } from '../domain/media.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import type { RunOptions } from '../domain/run-options.ts'
import { addPrescan } from './jobs.ts'
import { moveCursor, writeFacts } from './ledger.ts'
import { intArray } from './sql-rows.ts'

/** What a person (or a schedule) asks for. The idempotency key is the client's and belongs to the person. */
export interface RunRequest {
  person: { id: string; name: string }
  libraryIds: number[]
  mode: 'full' | 'incremental'
  dryRun?: boolean
  options?: RunOptions
  idempotencyKey?: string | null
  trigger?: 'person' | 'schedule' | 'download' | 'upload'
}

export type RunRefusal = 'no_library' | 'library_unknown' | 'library_disabled'

/** A run that can't be opened, with the sentence that helps. Nothing was written. */
export class RunRefused extends Error {
  readonly code: RunRefusal

  constructor(code: RunRefusal, message: string) {
    super(message)
    this.name = 'RunRefused'
    this.code = code
  }
}

interface Selected {
  id: number
  title: string
  mediaKind: MediaKind
  syncEnabled: boolean
  lanes: number
  sourceId: number
  sourceName: string
  holder: number | null
}

/**
 * Opens a run: its rows, its first event and one prescan job a library, in the caller's transaction. A
 * library that another run holds waits its turn. The same key of the same person answers with the run it
 * made before. Throws `RunRefused`.
 */
export async function openRun(tx: Tx, request: RunRequest): Promise<{ runId: number }> {
  const selected = await selectLibraries(tx, request.libraryIds)
  const inserted = await tx.execute<{ id: number }>(sql`
    insert into run (mode, dry_run, options, title, trigger, started_by, started_by_name, idempotency_key)
    values (${request.mode}, ${request.dryRun ?? false}, ${JSON.stringify(request.options ?? {})}::jsonb,
      ${titleOf(request, selected)}, ${request.trigger ?? 'person'}, ${request.person.id}, ${request.person.name},
      ${request.idempotencyKey ?? null})
    on conflict (started_by, idempotency_key) do nothing returning id`)
  const runId = inserted[0]?.id
  if (runId === undefined) return sameRun(tx, request)
  await tx.execute(sql`
    insert into run_cursor (run_id, unlocked, libraries_total)
    values (${runId}, ${selected.length}, ${selected.length})`)
  const held = await insertParts(tx, runId, selected)
  const events: DraftEvent[] = [
    {
      type: 'run.started',
      level: 'info',
      phase: request.dryRun ? 'dry_run' : 'overall',
      scope: {},
      message: `Started by ${request.person.name}: ${titleOf(request, selected)}`,
      extra: { mode: request.mode, dryRun: request.dryRun ?? false, libraries: selected.map((l) => l.title) },
    },
    ...selected.filter((l) => !held.has(l.id)).map(waitingEvent),
  ]
  await moveCursor(tx, runId, ['queued'], {})
  await writeFacts(tx, runId, events)
  for (const runLibraryId of [...held.values()].sort((a, b) => a - b)) await addPrescan(tx, runLibraryId)
  return { runId }
}

async function selectLibraries(tx: Tx, ids: readonly number[]): Promise<Selected[]> {
  if (ids.length === 0) throw new RunRefused('no_library', 'Choose at least one library to ingest.')
  const rows = await tx.execute<Selected & { [key: string]: unknown }>(sql`
    select l.id, l.title, l.media_kind as "mediaKind", l.sync_enabled as "syncEnabled", l.lanes,
      s.id as "sourceId", s.name as "sourceName",
      (select run_id from run_library h where h.library_id = l.id and h.holds) as holder
    from library l join source s on s.id = l.source_id
    where l.id = any(${intArray(ids)}) order by array_position(${intArray(ids)}, l.id)`)
  const missing = ids.filter((id) => !rows.some((row) => row.id === id))
  if (missing.length > 0) {
    throw new RunRefused(
      'library_unknown',
      `There is no library ${missing.join(', ')}. It may have been removed.`,
    )
  }
  const disabled = rows.filter((row) => !row.syncEnabled).map((row) => `“${row.title}”`)
  if (disabled.length > 0) {
    const are = disabled.length === 1 ? 'is switched off' : 'are switched off'
    throw new RunRefused(
      'library_disabled',
      `${disabled.join(', ')} ${are}. Enable it under Sources, or leave it out.`,
    )
  }
  return [...rows]
}

/** Inserts the parts; answers which of them hold their library now (library id → run library id). */
async function insertParts(
  tx: Tx,
  runId: number,
  selected: readonly Selected[],
): Promise<Map<number, number>> {
  const held = new Map<number, number>()
  // In ascending order of library, so that two runs opening at once queue up instead of deadlocking.
  for (const one of [...selected].sort((a, b) => a.id - b.id)) {
    const position = selected.indexOf(one)
    const insert = (holds: boolean) =>
      tx.execute<{ id: number }>(sql`
        insert into run_library (run_id, library_id, source_id, position, title, source_title, media_kind, lanes, state, holds)
        values (${runId}, ${one.id}, ${one.sourceId}, ${position}, ${one.title}, ${one.sourceName}, ${one.mediaKind},
          ${one.lanes}, ${holds ? 'listing' : 'waiting'}, ${holds})
        on conflict (library_id) where holds do nothing returning id`)
    const holder = one.holder === null ? (await insert(true))[0]?.id : undefined
    const id = holder ?? (await insert(false))[0]?.id
    if (holder !== undefined) held.set(one.id, holder)
    await tx.execute(sql`
      insert into run_lane (run_library_id, lane) select ${id ?? null}::integer, generate_series(-1, ${one.lanes}::integer - 1)`)
  }
  return held
}

async function sameRun(tx: Tx, request: RunRequest): Promise<{ runId: number }> {
  const rows = await tx.execute<{ id: number }>(sql`
    select id from run where started_by = ${request.person.id} and idempotency_key = ${request.idempotencyKey ?? null}`)
  const row = rows[0]
  if (!row) throw new Error('a run with this key was there and is gone')
  return { runId: row.id }
}

function titleOf(request: RunRequest, selected: readonly Selected[]): string {
  const kind = request.mode === 'full' ? 'Full ingest' : 'Incremental ingest'
  const first = selected[0]
  const what = selected.length === 1 && first ? first.title : `${selected.length} libraries`
  return `${request.dryRun ? 'Dry run' : kind} · ${what}`
}

function waitingEvent(library: Selected): DraftEvent {
  const holder = library.holder === null ? 'another run' : `#${library.holder}`
  return {
    type: 'run.waiting',
    level: 'warn',
    phase: 'library',
    scope: { sourceId: library.sourceId, libraryId: library.id, libraryTitle: library.title },
    message: `${library.title}: waiting for ${holder}`,
    extra: { waitingFor: library.holder },
  }
}
