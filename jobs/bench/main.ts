import type { Figure } from './figure.ts'

/** The benchmarks by name; each lives in the folder it measures. Loaded when asked for. */
const BENCHES: { [name: string]: () => Promise<{ bench(): Promise<Figure[]> }> } = {
  ingest: () => import('../pipeline/ingest.bench.ts'),
  media: () => import('../sources/media/media.bench.ts'),
  prescan: () => import('../sources/filesystem/walk.bench.ts'),
}

const load = BENCHES[process.argv[2] ?? '']
if (load) {
  const { bench } = await load()
  for (const figure of await bench()) process.stdout.write(`${JSON.stringify(figure)}\n`)
} else {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}\n`)
  process.exitCode = 2
}
