import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exampleMovies } from './example-movies.ts'
import { exampleShows } from './example-shows.ts'
import type { ExampleFile, ExpectedEntry } from './expected-entry.ts'
import { matroska } from './matroska.ts'
import { mp4 } from './mp4.ts'

/** A folder of the example tree that can be made a library, and every entry that a full run of it must settle. */
export interface ExampleLibrary {
  path: string
  mediaKind: 'movie' | 'show'
  entries: ExpectedEntry[]
}

/** Both libraries of the example tree. */
export interface ExampleTree {
  movies: ExampleLibrary
  shows: ExampleLibrary
}

/** The facts that every example video states, and a run must read. */
export const EXAMPLE_FACTS = {
  durationMs: 1_421_000,
  width: 1920,
  height: 1080,
  audio: 'en',
  subtitles: 'fr',
} as const

const MANY_AT_ONCE = 64

/**
 * Writes `root/movies` and `root/shows` anew: over 300 small but real video files, samples, extras, hidden
 * and system folders, sidecars and broken things. The same tree every time, to the byte and to the mtime.
 */
export async function writeExampleTree(root: string): Promise<ExampleTree> {
  return {
    movies: await writeLibrary(join(root, 'movies'), 'movie', exampleMovies()),
    shows: await writeLibrary(join(root, 'shows'), 'show', exampleShows()),
  }
}

async function writeLibrary(
  path: string,
  mediaKind: 'movie' | 'show',
  files: ExampleFile[],
): Promise<ExampleLibrary> {
  await rm(path, { recursive: true, force: true })
  for (let at = 0; at < files.length; at += MANY_AT_ONCE)
    await Promise.all(files.slice(at, at + MANY_AT_ONCE).map((file) => writeExample(path, file)))
  // An excluded folder is an expectation without a file of its own.
  await Promise.all(files.map((file) => age(join(path, file.path))))
  return { path, mediaKind, entries: files.flatMap((file) => file.expected ?? []) }
}

async function writeExample(root: string, file: ExampleFile): Promise<void> {
  const path = join(root, file.path)
  const isFolder = file.expected?.code === 'excluded_by_rule'
  await mkdir(isFolder ? path : dirname(path), { recursive: true })
  if (!isFolder) await writeFile(path, CONTENT[file.content])
}

// Long ago, so that nothing looks as if it were still being written.
async function age(path: string): Promise<void> {
  await utimes(path, 1_700_000_000, 1_700_000_000)
}

const { durationMs, width, height } = EXAMPLE_FACTS
const CONTENT: Record<ExampleFile['content'], Buffer> = {
  video: matroska({
    durationMs,
    width,
    height,
    audio: [{ language: 'eng' }],
    subtitles: [{ language: 'fre' }],
  }),
  mp4: mp4({ durationMs, width, height, language: 'eng' }),
  text: Buffer.from('Beside a film.\n'),
  empty: Buffer.alloc(0),
}
