import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { matroska } from '../../../db/examples/matroska.ts'
import { type Figure, median, rounded } from '../../bench/figure.ts'
import { createMediaReader } from './media-reader.ts'
import type { MediaReader } from './media-reading.ts'

const FILES = 600
const ROUNDS = 5
const MEGABYTE = 1_000_000

/** Facts of real files through our threads against the bare library in as many threads, side by side. */
export async function bench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-media-'))
  const threads = Math.min(2, availableParallelism())
  const reader = createMediaReader({ threads })
  const bare = Array.from(
    { length: threads },
    () => new Worker(new URL('./testing/bare-library.ts', import.meta.url)),
  )
  try {
    const paths = await plant(folder)
    const rounds: { ours: number; library: number }[] = []
    for (let round = 0; round <= ROUNDS; round++)
      rounds.push({
        library: await timed(() => readBare(bare, paths)),
        ours: await timed(() => readAll(reader, paths)),
      })
    // The first round starts the threads.
    const library = median(rounds.slice(1).map((round) => round.library))
    const ours = median(rounds.slice(1).map((round) => round.ours))
    return [
      { bench: 'media', figure: 'files with facts', value: rounded((FILES / ours) * 1000), unit: 'files/s' },
      { bench: 'media', figure: 'bare library', value: rounded((FILES / library) * 1000), unit: 'files/s' },
      { bench: 'media', figure: 'ratio', value: rounded(library / ours), unit: 'x', of: 'bare library' },
    ]
  } finally {
    await reader.close()
    await Promise.all(bare.map((thread) => thread.terminate()))
    await rm(folder, { recursive: true })
  }
}

async function plant(folder: string): Promise<string[]> {
  const size = 0.4 * MEGABYTE
  const head = matroska({
    durationMs: 1_421_000,
    audio: [{ language: 'eng' }, { language: 'ger' }],
    subtitles: [{ language: 'fre' }],
    size,
  })
  const paths = Array.from({ length: FILES }, (_, at) => join(folder, `${at}.mkv`))
  for (const path of paths) {
    await writeFile(path, head)
    await truncate(path, size)
  }
  return paths
}

async function readAll(reader: MediaReader, paths: string[]): Promise<void> {
  const signal = new AbortController().signal
  const readings = await Promise.all(paths.map((path) => reader.read(path, signal)))
  if (readings.some(({ facts }) => facts === null)) throw new Error('a file gave no facts')
}

async function readBare(threads: Worker[], paths: string[]): Promise<void> {
  await Promise.all(
    threads.map(
      (thread, at) =>
        new Promise<void>((resolve, reject) => {
          thread.once('message', () => resolve())
          thread.once('error', reject)
          thread.postMessage(paths.filter((_, index) => index % threads.length === at))
        }),
    ),
  )
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
