import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { cleanJson, cleanText } from '../domain/clean-text.ts'
import { entryKey } from '../domain/entry-key.ts'
import type { Entry } from '../domain/entry.ts'
import { addIngest } from './jobs.ts'
import { checkLease, type Lease, type RunPart } from './lane.ts'
import { moveCursor, writeFacts } from './ledger.ts'
import { lockShows } from './show-counts.ts'
import { jsonText, rowsOf } from './sql-rows.ts'

/** What a source wants back at ingest and the trouble it saw: the shape of `run_entry.data`. */
export type StagedData = { own?: Entry['data']; trouble?: Entry['trouble']; force?: boolean }

/**
 * Stages what a listing saw: entries, shows, `found` and `open`, one event, and a job for every lane touched.
 * A key that is staged already is left alone, so a listing may start again from the top. Answers how many
 * were new. `unchanged` is how many of the listing an incremental run left out. Throws `LeaseLost` or `RunFenced`.
 */
export async function stageBatch(
  tx: Tx,
  lease: Lease,
  part: RunPart,
  entries: readonly Entry[],
  unchanged = 0,
): Promise<number> {
  await checkLease(tx, lease)
  const staged = entries.length > 0 ? await insertEntries(tx, part, entries) : []
  if (staged.length === 0 && unchanged === 0) return 0
  const touched = await countShows(tx, staged)
  // Only after the entries: a listing that starts again waits for lanes that settle what it sees once more.
  const found = await tx.execute<{ found: number }>(sql`
    update run_library set found = found + ${staged.length}, open = open + ${staged.length}, stalls = 0,
      seen_unchanged = seen_unchanged + ${unchanged},
      shows_total = (select count(*) from run_show where run_library_id = ${part.runLibraryId})
    where id = ${part.runLibraryId} returning found`)
  await checkLease(tx, lease)
  if (staged.length === 0) return 0
  // What a listing finds that was taken up again belongs to the attempt that took it up.
  await tx.execute(sql`
    update run_attempt a set entries = entries + ${staged.length} from run_library l
    where l.id = ${part.runLibraryId} and a.run_id = l.run_id and a.attempt = l.floor`)
  await moveCursor(tx, part.runId, ['running', 'pausing', 'cancelling'], {
    found: staged.length,
    open: staged.length,
  })
  const current = found[0]?.found ?? 0
  await writeFacts(tx, part.runId, [
    {
      type: 'prescan.advanced',
      level: 'info',
      phase: 'library',
      scope: { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title },
      progress: { current, total: null },
      message: `${part.title}: ${current.toLocaleString('en')} found so far`,
      ...(touched.length > 0 ? { extra: { shows: touched } } : {}),
    },
  ])
  await addIngest(
    tx,
    part.runLibraryId,
    staged.map((row) => row.lane),
  )
  return staged.length
}

async function insertEntries(
  tx: Tx,
  part: RunPart,
  entries: readonly Entry[],
): Promise<{ lane: number; showId: number | null }[]> {
  const shows = await ensureShows(tx, part.runLibraryId, entries)
  const values = rowsOf(entries, {
    key: ['text', (e) => entryKey(cleanText(e.key))],
    fingerprint: ['text', (e) => cleanText(e.fingerprint, 300)],
    kind: ['text', (e) => e.kind],
    label: ['text', (e) => cleanText(e.label, 1000)],
    path: ['text', (e) => (e.path === undefined ? null : cleanText(e.path, 8000))],
    show: ['integer', (e) => (e.show ? (shows.get(showKey(e.show.key)) ?? null) : null)],
    season: ['integer', (e) => e.season ?? null],
    lane: ['smallint', (e) => laneOf(e.show ? showKey(e.show.key) : e.key, part.lanes)],
    data: ['text', (e) => stagedData(e)],
  })
  const rows = await tx.execute<{ lane: number; showId: number | null }>(sql`
    insert into run_entry (run_id, run_library_id, attempt, key, fingerprint, kind, label, path, show_id, season, lane,
      data)
    select ${part.runId}::integer, ${part.runLibraryId}::integer, l.floor, v.key, v.fingerprint, v.kind, v.label, v.path,
      v.show, v.season, v.lane, v.data::jsonb
    from run_library l, ${values} where l.id = ${part.runLibraryId} order by v.ord
    on conflict (run_library_id, key) do nothing returning lane, show_id as "showId"`)
  return [...rows]
}

function showKey(key: string): string {
  return entryKey(cleanText(key))
}

function stagedData(entry: Entry): string | null {
  if (entry.data === undefined && !entry.trouble) return null
  const data: StagedData = { own: entry.data, trouble: entry.trouble }
  return jsonText(cleanJson(data))
}

/** A show stays in one lane, so its episodes are read in order and its row is never fought over (FNV-1a). */
function laneOf(key: string, lanes: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % lanes
}

async function ensureShows(
  tx: Tx,
  runLibraryId: number,
  entries: readonly Entry[],
): Promise<Map<string, number>> {
  const shows = new Map<string, string>()
  for (const { show } of entries) if (show) shows.set(showKey(show.key), cleanText(show.title, 500))
  if (shows.size === 0) return new Map()
  const values = rowsOf([...shows].sort(), { key: ['text', (s) => s[0]], title: ['text', (s) => s[1]] })
  await tx.execute(sql`
    insert into run_show (run_library_id, key, title) select ${runLibraryId}::integer, v.key, v.title from ${values}
    on conflict (run_library_id, key) do nothing`)
  const rows = await tx.execute<{ id: number; key: string }>(sql`
    select s.id, s.key from run_show s join ${values} on s.key = v.key where s.run_library_id = ${runLibraryId}`)
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** Raises the shows' totals; answers the ids of those that grew. */
async function countShows(tx: Tx, staged: readonly { showId: number | null }[]): Promise<number[]> {
  const counts = new Map<number, number>()
  for (const { showId } of staged) if (showId !== null) counts.set(showId, (counts.get(showId) ?? 0) + 1)
  if (counts.size === 0) return []
  const values = rowsOf([...counts], { id: ['integer', (c) => c[0]], n: ['integer', (c) => c[1]] })
  await lockShows(tx, [...counts.keys()])
  await tx.execute(sql`update run_show s set total = s.total + v.n from ${values} where s.id = v.id`)
  return [...counts.keys()]
}
