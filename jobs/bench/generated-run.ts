import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { openRun } from '../../db/queries/open-run.ts'

/** How a run of a benchmark went; the time is the database's. */
export interface RunDone {
  seconds: number
  found: number
  created: number
  updated: number
}

/** Libraries of generated items, one for each set; half of a size is movies and half episodes. */
export async function makeGeneratedLibraries(db: Db, sets: readonly string[]): Promise<number[]> {
  const [source] = await db.execute<{ id: number }>(sql`
    insert into source (kind, name, config) values ('sample', 'Generated', '{"itemsPerSecond":0}') returning id`)
  const rows = await db.execute<{ id: number }>(sql`
    insert into library (source_id, title, media_kind, config)
    select ${source?.id ?? 0}::integer, 'Library ' || ord,
      case when name like '%:movies:%' then 'movie' else 'show' end, json_build_object('set', name)
    from json_array_elements_text(${JSON.stringify(sets)}::json) with ordinality as s(name, ord) returning id`)
  return rows.map((row) => row.id)
}

/** The two sets that make up this many items. */
export function setsOf(size: number): string[] {
  return [`generated:movies:${Math.ceil(size / 2)}`, `generated:shows:${Math.floor(size / 2)}`]
}

/** Starts a run over these libraries and waits for its end; throws when it ends any other way than finished. */
export async function runToEnd(
  db: Db,
  libraryIds: number[],
  mode: 'full' | 'incremental' = 'full',
): Promise<RunDone> {
  const person = { id: 'bench', name: 'Bench' }
  const { runId } = await db.transaction((tx) => openRun(tx, { person, libraryIds, mode }))
  for (;;) {
    const [row] = await db.execute<RunDone & { [key: string]: unknown }>(sql`
      select state, found, created, updated, failed, extract(epoch from ended_at - started_at)::float8 as seconds
      from run_cursor where run_id = ${runId}`)
    if (row?.state === 'finished' && row.failed === 0) return row
    if (row?.state !== 'queued' && row?.state !== 'running') {
      throw new Error(`run ${runId} ended as ${JSON.stringify(row)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
