import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { openRun } from '../../db/queries/open-run.ts'
import { copyAgain } from '../bench/copy-again.ts'
import { type Figure, rounded } from '../bench/figure.ts'
import { makeBenchProduct } from '../bench/product.ts'

const SIZES = [100_000, 500_000]

/**
 * Generated entries through prescan staging, decide, catalogue, outcomes, counts and events, in a worker process of
 * its own, against COPY of the same final rows into tables LIKE … INCLUDING ALL in the same server and run.
 */
export async function bench(sizes: readonly number[] = SIZES): Promise<Figure[]> {
  const figures: Figure[] = []
  const perEntry: number[] = []
  for (const size of sizes) {
    const product = await makeBenchProduct()
    try {
      const worker = await product.startWorker()
      const walBefore = await walBytes(product.db)
      const seconds = await ingest(product.db, size)
      const wal = (await walBytes(product.db)) - walBefore
      const peak = worker.peakBytes()
      await worker.stop()
      const copySeconds = await copyAgain(product.db)
      perEntry.push(seconds / size)
      const of = `${size} entries`
      figures.push(
        {
          bench: 'ingest',
          figure: 'ratio',
          value: rounded(copySeconds / seconds),
          unit: 'x',
          of: `COPY, ${of}`,
        },
        { bench: 'ingest', figure: 'speed', value: rounded(size / seconds), unit: 'entries/s', of },
        { bench: 'ingest', figure: 'wal', value: rounded(wal / size), unit: 'bytes/entry', of },
        {
          bench: 'ingest',
          figure: 'tables',
          value: rounded((await tableBytes(product.db)) / size),
          unit: 'bytes/entry',
          of,
        },
        { bench: 'ingest', figure: 'worker peak memory', value: rounded(peak / 1e6), unit: 'MB', of },
      )
    } finally {
      await product.close()
    }
  }
  const [small = 1, large = 1] = perEntry
  figures.push({
    bench: 'ingest',
    figure: 'time per entry',
    value: rounded(large / small),
    unit: 'x',
    of: '500000 ÷ 100000',
  })
  return figures
}

/** Runs a full ingest of half movies, half episodes, as fast as it goes; seconds by the database's clock. */
async function ingest(db: Db, size: number): Promise<number> {
  const [source] = await db.execute<{ id: number }>(sql`
    insert into source (kind, name, config) values ('sample', 'Generated', '{"itemsPerSecond":0}') returning id`)
  const libraries = await db.execute<{ id: number }>(sql`
    insert into library (source_id, title, media_kind, config) values
      (${source?.id ?? 0}, 'Movies', 'movie', ${JSON.stringify({ set: `generated:movies:${size / 2}` })}::jsonb),
      (${source?.id ?? 0}, 'Shows', 'show', ${JSON.stringify({ set: `generated:shows:${size / 2}` })}::jsonb)
    returning id`)
  const { runId } = await db.transaction((tx) =>
    openRun(tx, {
      person: { id: 'bench', name: 'Bench' },
      libraryIds: libraries.map((row) => row.id),
      mode: 'full',
    }),
  )
  for (;;) {
    const [row] = await db.execute<{ state: string; created: number; seconds: number }>(sql`
      select state, created, extract(epoch from ended_at - started_at)::float8 as seconds from run_cursor
      where run_id = ${runId}`)
    if (row?.state === 'finished' && row.created === size) return row.seconds
    if (row?.state !== 'queued' && row?.state !== 'running')
      throw new Error(`the run ended as ${JSON.stringify(row)}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function walBytes(db: Db): Promise<number> {
  const [row] = await db.execute<{ bytes: number }>(sql`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as bytes`)
  return row?.bytes ?? 0
}

async function tableBytes(db: Db): Promise<number> {
  const [row] = await db.execute<{ bytes: number }>(sql`
    select sum(pg_total_relation_size(c.oid))::float8 as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'copy_%'`)
  return row?.bytes ?? 0
}
