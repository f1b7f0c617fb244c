import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../../db/domain/entry.ts'
import {
  EXAMPLE_FACTS,
  type ExampleLibrary,
  type ExampleTree,
  writeExampleTree,
} from '../../../db/examples/example-tree.ts'
import { matroska } from '../../../db/examples/matroska.ts'
import { testSource } from '../conformance.ts'
import type { OpenSource, Reading, SourceContext, SourceLibrary } from '../source.ts'
import { filesystem } from './source.ts'

// Threads, 400 files and a shared machine: slow is not wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SMALL = [
  'Alien (1979)/Alien (1979).mkv',
  'Heat.1995.1080p.BluRay.x264-EX.mkv',
  'Heat (1995)/Sample/heat.mkv',
  'Film S01E01.mkv',
  'a.rar',
]

let root: string
let tree: ExampleTree

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'marquee-source-'))
  tree = await writeExampleTree(root)
  for (const file of [...SMALL, '.hidden/x.mkv', 'Heat (1995)/heat.srt']) {
    const path = join(root, 'small', file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, matroska({ durationMs: 60_000 }))
  }
})
afterAll(() => rm(root, { recursive: true }))

const running = new AbortController().signal

function context(signal = running): SourceContext {
  return { signal, roots: [root], fetch, runId: null, options: {}, log: () => {} }
}

function libraryOf({ path, mediaKind }: ExampleLibrary): SourceLibrary {
  return { id: 1, title: mediaKind, mediaKind, config: { path } }
}

async function listed(source: OpenSource, library: SourceLibrary): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const batch of source.prescan(library)) entries.push(...batch)
  return entries
}

testSource('The filesystem', async (signal) => ({
  source: filesystem.open({}, null, context(signal)),
  library: { id: 1, title: 'Small', mediaKind: 'movie', config: { path: join(root, 'small') } },
  expectedKeys: [...SMALL, '.hidden'],
  cleanup: () => Promise.resolve(),
}))

describe.each(['movies', 'shows'] as const)('the example tree of %s', (name) => {
  test('becomes exactly the entries it is known to hold, each with what its name says and its file states', async () => {
    const source = filesystem.open({}, null, context())
    const library = libraryOf(tree[name])
    const entries = await listed(source, library)
    const readings = new Map<string, Reading>()
    for await (const reading of source.ingest(library, entries)) readings.set(reading.key, reading)
    await source.close()

    const found = entries.map((entry) => ({
      path: entry.key,
      kind: entry.kind,
      ...told(readings.get(entry.key)),
    }))
    const byPath = <T extends { path: string }>(list: T[]) =>
      list.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    expect(byPath(found)).toEqual(byPath(tree[name].entries))
  })

  test('groups episodes by show, one key and one title each', async () => {
    const source = filesystem.open({}, null, context())
    const entries = await listed(source, libraryOf(tree[name]))
    const shows = new Set(entries.map(({ show }) => show && JSON.stringify(show)))
    shows.delete(undefined)
    const titles = new Set(tree[name].entries.filter(({ code }) => !code).map(({ title }) => title))
    expect(shows.size).toBe(name === 'shows' ? titles.size : 0)
  })
})

function told(reading: Reading | undefined) {
  const nothing = { title: null, year: null, season: null, episodes: [], airDate: null, code: null }
  if (!reading) return null
  if ('trouble' in reading) return { ...nothing, code: reading.trouble.code }
  const { draft, warnings } = reading
  const { durationMs, width, height } = EXAMPLE_FACTS
  expect(draft.file.facts).toMatchObject({ width, height, audio: [{ language: 'en' }] })
  expect(draft.file.facts?.durationMs).toBe(durationMs * (draft.file.parts.length + 1))
  expect(warnings).toEqual([])
  if (draft.kind === 'movie') return { ...nothing, title: draft.title, year: draft.year }
  const { season, episodes, airDate } = draft
  const { title, year } = draft.show
  return { ...nothing, title, year, season, episodes, airDate }
}

test('a library outside the allowed folders is neither listed nor read', async () => {
  const source = filesystem.open({}, null, { ...context(), roots: [join(root, 'movies')] })
  const library = libraryOf(tree.shows)
  await expect(listed(source, library)).rejects.toMatchObject({ code: 'source_misconfigured' })
  const reading = source.ingest(library, [])[Symbol.asyncIterator]().next()
  await expect(reading).rejects.toMatchObject({ code: 'source_misconfigured' })
})

test('a library whose disk goes away while it is read ends the read, and its files are not taken as gone', async () => {
  const away = await mkdtemp(join(tmpdir(), 'marquee-away-'))
  const { movies } = await writeExampleTree(away)
  const source = filesystem.open({}, null, { ...context(), roots: null })
  const entries = await listed(source, libraryOf(movies))
  await rm(away, { recursive: true })
  const read = async () => {
    for await (const _ of source.ingest(libraryOf(movies), entries));
  }
  await expect(read()).rejects.toMatchObject({ code: 'root_missing' })
  await source.close()
})
