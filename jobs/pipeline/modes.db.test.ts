import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import type { Entry } from '../../db/domain/entry.ts'
import { answerMissing } from '../../db/queries/mark-missing.ts'
import { checkLedger } from './testing/check-ledger.ts'
import { type Given, movieEntry, plainReading } from './testing/given-source.ts'
import { makeTestEngine, type TestEngine } from './testing/test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.close()
  engine = null
})

/** A library whose files a test can change between runs. */
async function start(names: string[]) {
  const world = { entries: names.map(movieEntry), broken: new Set<string>() }
  const given: Given = {
    listings: { Films: () => [world.entries], Same: () => [world.entries] },
    read: (entry) =>
      world.broken.has(entry.label)
        ? { key: entry.key, trouble: { code: 'file_missing', detail: 'Gone.' } }
        : plainReading(entry),
  }
  engine = await makeTestEngine(given, [
    { title: 'Films', mediaKind: 'movie' },
    { title: 'Same', mediaKind: 'movie' },
  ])
  await engine.startWorker()
  return { on: engine, world, films: engine.libraryIds.slice(0, 1) }
}

async function finish(on: TestEngine, request: Parameters<TestEngine['openRun']>[0]): Promise<number> {
  const { runId } = await on.openRun(request)
  await vi.waitFor(async () => expect((await on.stateOf(runId)).state).toBe('finished'), 20_000)
  await vi.waitFor(async () => expect(await checkLedger(on.db, runId)).toEqual([]), 5_000)
  return runId
}

async function cursor(on: TestEngine, runId: number) {
  const [row] = await on.db.execute(sql`
    select found, created, updated, unchanged, failed,
      (select sum(seen_unchanged)::integer from run_library l where l.run_id = c.run_id) as "seenUnchanged"
    from run_cursor c where run_id = ${runId}`)
  return row
}

const rewritten = (entry: Entry): Entry => ({ ...entry, fingerprint: `${entry.fingerprint}-again` })
const names = (count: number) => Array.from({ length: count }, (_, i) => `Film ${i}`)

test('an incremental run takes what is new, changed or failed, and counts the rest aside', async () => {
  const { on, world, films } = await start(names(20))
  world.broken.add('Film 3')
  await finish(on, { libraryIds: films })
  world.entries = [
    ...world.entries.map((entry) => (entry.label === 'Film 5' ? rewritten(entry) : entry)),
    movieEntry('New'),
  ]
  const runId = await finish(on, { libraryIds: films, mode: 'incremental' })
  const taken = await on.db.execute(
    sql`select label, status from run_entry where run_id = ${runId} order by label`,
  )
  expect(taken).toEqual([
    { label: 'Film 3', status: 'failed' },
    { label: 'Film 5', status: 'unchanged' },
    { label: 'New', status: 'created' },
  ])
  expect(await cursor(on, runId)).toMatchObject({ found: 3, seenUnchanged: 18 })
})

test('a forced run imports again what is there already, also an incremental one', async () => {
  const { on, films } = await start(names(5))
  await finish(on, { libraryIds: films })
  for (const mode of ['full', 'incremental'] as const) {
    const runId = await finish(on, { libraryIds: films, mode, options: { force: true } })
    expect(await cursor(on, runId)).toMatchObject({ found: 5, updated: 5, unchanged: 0, seenUnchanged: 0 })
  }
})

test('an incremental run over nothing new finishes at 100 % of nothing', async () => {
  const { on, films } = await start(names(20))
  await finish(on, { libraryIds: films })
  const runId = await finish(on, { libraryIds: films, mode: 'incremental' })
  expect(await cursor(on, runId)).toMatchObject({ found: 0, seenUnchanged: 20 })
  expect((await on.stateOf(runId)).outcome).toBe('succeeded')
})

test('a dry run plans across libraries and writes nothing', async () => {
  const { on } = await start(names(10))
  const runId = await finish(on, { dryRun: true })
  expect(await cursor(on, runId)).toMatchObject({ created: 10, unchanged: 10 })
  const [written] = await on.db.execute(sql`
    select (select count(*)::integer from title) as titles, (select count(*)::integer from library_entry) as known,
      (select count(*)::integer from library where last_full is not null) as synced`)
  expect(written).toEqual({ titles: 0, known: 0, synced: 0 })
  const [entry] = await on.db.execute(sql`
    select action from run_entry where run_id = ${runId} and status = 'created' order by id limit 1`)
  expect(entry?.['action']).toMatch(/^Would create movie/)
})

test('a plan that is carried out refuses what has changed since', async () => {
  const { on, world, films } = await start(names(5))
  const planOf = await finish(on, { libraryIds: films, dryRun: true })
  world.entries = [
    ...world.entries.map((entry) => (entry.label === 'Film 2' ? rewritten(entry) : entry)),
    movieEntry('New'),
  ]
  const runId = await finish(on, { libraryIds: films, options: { planOf } })
  const refused = await on.db.execute(sql`
    select label, code from run_entry where run_id = ${runId} and status = 'failed' order by label`)
  expect(refused).toEqual([
    { label: 'Film 2', code: 'source_changed' },
    { label: 'New', code: 'source_changed' },
  ])
  expect(await cursor(on, runId)).toMatchObject({ created: 4 })
})

test('what is gone is marked, comes back unmarked, and is never deleted', async () => {
  const { on, world, films } = await start(names(20))
  await finish(on, { libraryIds: films })
  const all = world.entries
  world.entries = all.slice(2)
  await finish(on, { libraryIds: films })
  const missing = () =>
    on.db.execute(sql`select key from library_entry where missing_since is not null order by key`)
  expect(await missing()).toEqual([{ key: 'Film 0.mkv' }, { key: 'Film 1.mkv' }])
  const [files] = await on.db.execute(sql`select count(*)::integer as n from media_file`)
  expect(files).toEqual({ n: 20 })
  world.entries = all
  await finish(on, { libraryIds: films, mode: 'incremental' })
  expect(await missing()).toEqual([])
})

test('a disk that went offline marks nothing and asks; the answer marks it', async () => {
  const { on, world, films } = await start(names(20))
  await finish(on, { libraryIds: films })
  world.entries = world.entries.slice(0, 10)
  const runId = await finish(on, { libraryIds: films })
  const [library] = await on.db.execute(sql`select needs_answer as ask from library where id = ${films[0]!}`)
  expect(library?.['ask']).toMatchObject({ missing: 10, known: 20, why: 'share', runId })
  const marked = () => on.db.execute(sql`select 1 from library_entry where missing_since is not null`)
  expect(await marked()).toHaveLength(0)
  const [warning] = await on.db.execute(sql`
    select message from run_event where run_id = ${runId} and type = 'library.advanced'`)
  expect(warning?.['message']).toContain('10 of 20 known items are gone')
  expect(await on.db.transaction((tx) => answerMissing(tx, films[0]!, 'mark'))).toBe(10)
  expect(await marked()).toHaveLength(10)
  expect(await on.db.transaction((tx) => answerMissing(tx, films[0]!, 'mark'))).toBeNull()
})

test('what lies under a folder that could not be read is not called missing', async () => {
  const { on, world, films } = await start(names(3))
  const inside = { ...movieEntry('Locked/Inside'), key: 'Locked/Inside.mkv' }
  world.entries = [...world.entries, inside]
  await finish(on, { libraryIds: films })
  const trouble = { code: 'permission_denied' as const, detail: 'Locked may not be read.' }
  const folder: Entry = {
    key: 'Locked',
    fingerprint: 'x',
    kind: 'other',
    label: 'Locked',
    path: '/films/Locked',
    trouble,
  }
  world.entries = [...world.entries.slice(0, 3), folder]
  await finish(on, { libraryIds: films })
  expect(await on.db.execute(sql`select key from library_entry where missing_since is not null`)).toEqual([])
})

test('only the kinds that were asked for are taken', async () => {
  const { on, films } = await start(names(3))
  const runId = await finish(on, { libraryIds: films, options: { kinds: ['episode'] } })
  expect(await cursor(on, runId)).toMatchObject({ found: 0 })
})
