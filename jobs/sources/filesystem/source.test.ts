import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../../db/domain/entry.ts'
import {
  EXAMPLE_FACTS,
  type ExampleLibrary,
  type ExampleTree,
  writeExampleTree,
} from '../../../db/examples/example-tree.ts'
import { testSource } from '../conformance.ts'
import type { OpenSource, Reading, SourceContext, SourceLibrary } from '../source.ts'
import { filesystem } from './source.ts'

// Threads, 400 files and a shared machine: slow is not wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let root: string
let tree: ExampleTree

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'marquee-source-'))
  tree = await writeExampleTree(root)
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
  library: libraryOf(tree.movies),
  expectedKeys: tree.movies.entries.map(({ path }) => path),
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
