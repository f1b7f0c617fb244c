import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { copyAgain } from '../bench/copy-again.ts'
import { type Figure, rounded } from '../bench/figure.ts'
import { makeGeneratedLibraries, runToEnd, setsOf } from '../bench/generated-run.ts'
import { makeBenchProduct } from '../bench/product.ts'

const SIZES = [100_000, 500_000]

/**
 * Generated entries through prescan staging, decide, catalogue, outcomes, counts and events, in a worker process of
 * its own, against COPY of the same final rows into tables LIKE … INCLUDING ALL in the same server and run.
 */
export async function bench(sizes: readonly number[] = SIZES): Promise<Figure[]> {
  const figures: Figure[] = []
  const rounds: { size: number; seconds: number }[] = []
  for (const size of sizes) {
    const { seconds, copySeconds, ...round } = await ingest(size)
    rounds.push({ size, seconds })
    const of = `${size.toLocaleString('en')} entries`
    figures.push(
      figure('ratio', copySeconds / seconds, 'x', `COPY, ${of}`),
      figure('speed', size / seconds, 'entries/s', of),
      figure('COPY', size / copySeconds, 'entries/s', of),
      figure('WAL', round.walBytes / size, 'bytes/entry', of),
      figure('tables', round.tableBytes / size, 'bytes/entry', of),
      figure('worker time', (round.cpuSeconds / size) * 1000, 'cpu ms/entry', of),
      figure('worker memory at start', round.startBytes / 1e6, 'MB', of),
      figure('worker peak memory', round.peakBytes / 1e6, 'MB', of),
    )
  }
  const [small, large] = rounds
  if (small && large) {
    const value = large.seconds / large.size / (small.seconds / small.size)
    figures.push(figure('time per entry', value, 'x', `${large.size} ÷ ${small.size} entries`))
  }
  return figures
}

async function ingest(size: number) {
  const product = await makeBenchProduct()
  try {
    const { db } = product
    const worker = await product.startWorker()
    const startBytes = worker.peakBytes()
    const libraryIds = await makeGeneratedLibraries(db, setsOf(size))
    const before = { wal: await walBytes(db), cpu: worker.cpuSeconds() }
    const { seconds, created } = await runToEnd(db, libraryIds)
    if (created !== size) throw new Error(`${created} of ${size} entries were created`)
    const cpuSeconds = worker.cpuSeconds() - before.cpu
    const wal = (await walBytes(db)) - before.wal
    const peakBytes = worker.peakBytes()
    await worker.stop()
    const tables = await tableBytes(db)
    const copySeconds = await copyAgain(db)
    return { seconds, copySeconds, walBytes: wal, tableBytes: tables, cpuSeconds, startBytes, peakBytes }
  } finally {
    await product.close()
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
    where n.nspname = 'public' and c.relkind = 'r'`)
  return row?.bytes ?? 0
}

function figure(name: string, value: number, unit: string, of: string): Figure {
  return { bench: 'ingest', figure: name, value: rounded(value), unit, of }
}
