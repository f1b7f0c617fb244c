import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../../connect.ts'
import { noCounts, settledOf } from '../../../domain/counts.ts'
import type { SettledStatus } from '../../../domain/outcome.ts'
import type { DraftEvent } from '../../../domain/run-event.ts'
import { library, source } from '../../../schema/source.ts'
import { runShow } from '../../../schema/run.ts'
import { moveCursor, writeFacts } from '../../ledger.ts'
import { openRun } from '../../open-run.ts'

/** A run for tests, written by the ledger's rules but without a source: whoever holds it decides what happens. */
export interface MadeRun {
  runId: number
  /** Its libraries, each with `shows` shows of `episodes` units. */
  parts: { runLibraryId: number; libraryId: number; showIds: number[] }[]
  /** Settles `count` units of a show in one transaction, with one event. */
  settle(part: number, show: number, count: number, status?: SettledStatus): Promise<void>
  /** Writes events about nothing, in one transaction. */
  note(...messages: string[]): Promise<void>
  /** Ends the run and its libraries' parts. */
  finish(): Promise<void>
}

/** Who starts runs in tests. */
export const STARTER = { id: 'starter', name: 'Sam Starter' }

/** Makes new libraries and opens a run over them, running, with everything found and locked. */
export async function makeRun(
  db: Db,
  {
    libraries = 1,
    shows = 1,
    episodes = 10,
    ownerId = null,
  }: {
    libraries?: number
    shows?: number
    episodes?: number
    ownerId?: string | null
  } = {},
): Promise<MadeRun> {
  const libraryIds = await makeLibraries(db, libraries)
  const { runId } = await db.transaction((tx) =>
    openRun(tx, { person: STARTER, libraryIds, mode: 'full', dryRun: false }),
  )
  if (ownerId !== null) await db.execute(sql`update run set owner_id = ${ownerId} where id = ${runId}`)
  const found = await db.execute<{ id: number; libraryId: number }>(sql`
    update run_library set found = ${shows * episodes}, open = found, locked = true, complete = true,
      state = 'ingesting', shows_total = ${shows}, started_at = now()
    where run_id = ${runId} returning id, library_id as "libraryId"`)
  const parts: MadeRun['parts'] = []
  for (const { id, libraryId } of found) {
    const made = await db
      .insert(runShow)
      .values(Array.from({ length: shows }, (_, n) => showRow(id, n, episodes)))
      .returning({ id: runShow.id })
    parts.push({ runLibraryId: id, libraryId, showIds: made.map((row) => row.id) })
  }
  const total = libraries * shows * episodes
  await commit(
    db,
    runId,
    async (tx) => {
      await moveCursor(tx, runId, ['queued'], { found: total, open: total, unlocked: -libraries })
      return [note('Totals locked', 'total.locked')]
    },
    { state: 'running', started: true, locked: true },
  )

  return {
    runId,
    parts,
    settle: (part, show, count, status = 'created') =>
      commit(db, runId, (tx) => settle(tx, runId, parts[part]!, show, count, status)),
    note: (...messages) =>
      commit(db, runId, async (tx) => {
        await moveCursor(tx, runId, ['running'], {})
        return messages.map((message) => note(message, 'run.resumed'))
      }),
    finish: () =>
      commit(
        db,
        runId,
        async (tx) => {
          await tx.execute(sql`
            update run_library set state = 'finished', holds = false, ended_at = now() where run_id = ${runId}`)
          await moveCursor(tx, runId, ['running'], { librariesDone: libraries })
          return [note('Finished', 'run.finished')]
        },
        { state: 'finished', outcome: 'succeeded', ended: true },
      ),
  }
}

/** New libraries of one new source; answers their ids. */
export async function makeLibraries(db: Db, count: number): Promise<number[]> {
  const [made] = await db.insert(source).values({ kind: 'sample', name: 'Shelf' }).returning()
  const rows = await db
    .insert(library)
    .values(
      Array.from({ length: count }, (_, n) => ({
        sourceId: made!.id,
        title: `Library ${n + 1}`,
        mediaKind: 'show' as const,
      })),
    )
    .returning()
  return rows.map((row) => row.id)
}

function showRow(runLibraryId: number, n: number, total: number) {
  return { runLibraryId, key: `show-${n}`, title: `Show ${String(n).padStart(4, '0')}`, total }
}

async function commit(
  db: Db,
  runId: number,
  write: (tx: Tx) => Promise<DraftEvent[]>,
  move?: Parameters<typeof writeFacts>[3],
): Promise<void> {
  await db.transaction(async (tx) => writeFacts(tx, runId, await write(tx), move))
}

async function settle(
  tx: Tx,
  runId: number,
  part: MadeRun['parts'][number],
  show: number,
  count: number,
  status: SettledStatus,
): Promise<DraftEvent[]> {
  const column = sql.raw(status)
  const showId = part.showIds[show]!
  await tx.execute(sql`update run_show set ${column} = ${column} + ${count}::integer where id = ${showId}`)
  const [row] = await tx.execute<{ settled: number }>(sql`
    update run_library set ${column} = ${column} + ${count}::integer, open = open - ${count}::integer
    where id = ${part.runLibraryId}
    returning created + updated + unchanged + skipped + failed + retrying as settled`)
  const counts = { ...noCounts(), [status]: count }
  const cursor = await moveCursor(tx, runId, ['running'], { counts, open: -count })
  const progress = { current: row!.settled, total: null }
  const scope = { libraryId: part.libraryId }
  return [
    {
      ...note(`${count} ${status}`, 'batch.committed'),
      scope,
      progress,
      extra: { runSettled: settledOf(cursor), shows: [showId] },
    },
  ]
}

function note(message: string, type: DraftEvent['type']): DraftEvent {
  return { type, level: 'info', phase: 'overall', scope: {}, message }
}
