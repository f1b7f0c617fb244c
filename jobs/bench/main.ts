import type { Figure } from './figure.ts'

/** A benchmark: the figures it measured, at its own sizes or at those that were asked for. */
type Bench = (sizes?: readonly number[]) => Promise<Figure[]>

/** The benchmarks by name; each lives in the folder it measures. Loaded when asked for. */
const BENCHES: { [name: string]: () => Promise<{ bench: Bench }> } = {
  ingest: () => import('../pipeline/ingest.bench.ts'),
  live: () => import('./live.bench.ts'),
  media: () => import('../sources/media/media.bench.ts'),
  prescan: () => import('../sources/filesystem/walk.bench.ts'),
  rescan: () => import('../pipeline/rescan.bench.ts'),
  workers: () => import('../pipeline/workers.bench.ts'),
}

/** A benchmark that hangs ends with an error; the longest needs a quarter of this on a busy machine of two cores. */
const LIMIT_MS = 30 * 60_000

const [name = '', ...sizes] = process.argv.slice(2)
const load = BENCHES[name]
if (load && sizes.every((size) => /^\d{1,7}$/.test(size))) {
  // What a benchmark started (a server, workers) ends in its handlers of `exit`, which a bare signal would skip.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const limit = setTimeout(() => {
    process.stderr.write(`${name} was not done after ${LIMIT_MS / 60_000} minutes and was ended\n`)
    process.exit(1)
  }, LIMIT_MS)
  const { bench } = await load()
  const figures = await bench(sizes.length > 0 ? sizes.map(Number) : undefined)
  for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`)
  clearTimeout(limit)
} else {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [size …]\n`)
  process.exitCode = 2
}
