import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { cancelRun, forceStop } from '../../db/queries/control-run.ts'
import { retryRun, type RetryRequest } from '../../db/queries/retry-run.ts'
import { checkLedger } from './testing/check-ledger.ts'
import { episodeEntry, type Given, movieEntry, plainReading } from './testing/given-source.ts'
import { makeTestEngine, type TestEngine } from './testing/test-engine.ts'

const ana = { id: 'ana', name: 'Ana' }
const FILMS = Array.from({ length: 30 }, (_, i) => movieEntry(`Film ${i}`))
const SHOWS = Array.from({ length: 20 }, (_, i) => episodeEntry('Owl', 1, i + 1))
const BOTH = [
  { title: 'Films', mediaKind: 'movie' as const },
  { title: 'Shows', mediaKind: 'show' as const },
]

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.close()
  engine = null
})

/** A source in which some labels fail until they are mended. */
function breaking(code: 'file_missing' | 'file_locked', labels: string[]) {
  const broken = new Set(labels)
  const reads = new Map<string, number>()
  const given: Given = {
    listings: { Films: () => [FILMS], Shows: () => [SHOWS] },
    read: (entry) => {
      reads.set(entry.label, (reads.get(entry.label) ?? 0) + 1)
      if (!broken.has(entry.label)) return plainReading(entry)
      return { key: entry.key, trouble: { code, detail: `${entry.label} is not there.` } }
    },
  }
  return { given, reads, mend: (...mended: string[]) => mended.forEach((label) => broken.delete(label)) }
}

async function start(given: Given): Promise<{ on: TestEngine; runId: number }> {
  engine = await makeTestEngine(given, BOTH)
  await engine.startWorker()
  return { on: engine, runId: (await engine.openRun()).runId }
}

function reaches(on: TestEngine, runId: number, state: string) {
  return vi.waitFor(async () => expect((await on.stateOf(runId)).state).toBe(state), 20_000)
}

function retry(on: TestEngine, runId: number, request: Partial<RetryRequest> = {}) {
  return on.db.transaction((tx) =>
    retryRun(tx, runId, ana, { filter: { status: ['failed'] }, force: false, ...request }),
  )
}

async function counts(on: TestEngine, runId: number) {
  const [row] = await on.db.execute(sql`
    select created, failed, retrying, unchanged, updated, found from run_cursor where run_id = ${runId}`)
  return row
}

function exact(on: TestEngine, runId: number) {
  return vi.waitFor(async () => expect(await checkLedger(on.db, runId)).toEqual([]), 5_000)
}

const LOST = ['Film 3', 'Film 9', 'Owl S1E5']

test('a retry takes the failed entries as a further attempt of the same run and keeps their history', async () => {
  const source = breaking('file_missing', LOST)
  const { on, runId } = await start(source.given)
  await reaches(on, runId, 'finished')
  source.mend('Film 3', 'Owl S1E5')
  expect(await retry(on, runId)).toEqual({ attempt: 2, entries: 3 })
  await reaches(on, runId, 'finished')
  await exact(on, runId)
  expect(await counts(on, runId)).toMatchObject({ created: 49, failed: 1, retrying: 0, found: 50 })
  const entries = await on.db.execute(sql`
    select label, attempt, status, resolution from run_entry where run_id = ${runId} and attempt = 2 order by label`)
  expect(entries).toEqual([
    { label: 'Film 3', attempt: 2, status: 'created', resolution: 'fixed' },
    { label: 'Film 9', attempt: 2, status: 'failed', resolution: 'open' },
    { label: 'Owl S1E5', attempt: 2, status: 'created', resolution: 'fixed' },
  ])
  const history = await on.db.execute(sql`
    select e.label, h.attempt, h.status, h.detail from run_entry_attempt h join run_entry e on e.id = h.entry_id order by e.label`)
  expect(history[0]).toEqual({
    label: 'Film 3',
    attempt: 1,
    status: 'failed',
    detail: 'Film 3 is not there.',
  })
  const [attempt] = await on.db.execute(sql`
    select entries, settled, fixed, state, started_by_name as by from run_attempt where run_id = ${runId}`)
  expect(attempt).toEqual({ entries: 3, settled: 3, fixed: 2, state: 'finished', by: 'Ana' })
})

test('a retry of a filter takes what matches and nothing else', async () => {
  const { on, runId } = await start(breaking('file_missing', LOST).given)
  await reaches(on, runId, 'finished')
  expect(await retry(on, runId, { filter: { status: ['failed'], q: 'Owl' } })).toMatchObject({ entries: 1 })
  await reaches(on, runId, 'finished')
  expect(await counts(on, runId)).toMatchObject({ created: 47, failed: 3 })
})

test('a filter that moved since it was looked at is refused, and so is one that matches nothing', async () => {
  const { on, runId } = await start(breaking('file_missing', LOST).given)
  await reaches(on, runId, 'finished')
  await expect(retry(on, runId, { expectedCount: 2 })).rejects.toThrow('3 items match now, not 2')
  await expect(retry(on, runId, { filter: { status: ['created'] } })).rejects.toThrow('Nothing that matches')
  expect(await on.db.execute(sql`select 1 from run_attempt`)).toHaveLength(0)
})

test('force takes what is there already and imports it again', async () => {
  const { on, runId } = await start(breaking('file_missing', []).given)
  await reaches(on, runId, 'finished')
  const again = await on.openRun()
  await reaches(on, again.runId, 'finished')
  expect(await retry(on, again.runId, { filter: { q: 'Film 7' }, force: true })).toMatchObject({ entries: 1 })
  await reaches(on, again.runId, 'finished')
  expect(await counts(on, again.runId)).toMatchObject({ unchanged: 49, updated: 1 })
})

test('a forced retry hands the source back what its listing gave it', async () => {
  const source = breaking('file_missing', [])
  const given: unknown[] = []
  const read = source.given.read
  source.given.read = (entry) => {
    if (entry.label === 'Owl S1E5') given.push(entry.data)
    return read(entry)
  }
  const { on, runId } = await start(source.given)
  await reaches(on, runId, 'finished')
  const again = await on.openRun()
  await reaches(on, again.runId, 'finished')
  await retry(on, again.runId, { filter: { q: 'Owl S1E5' }, force: true })
  await reaches(on, again.runId, 'finished')
  expect(given).toEqual([{ number: 5 }, { number: 5 }, { number: 5 }])
})

test('trouble that may pass is tried again by the engine before it counts, with a cap', async () => {
  const source = breaking('file_locked', ['Film 3'])
  const { on, runId } = await start(source.given)
  await reaches(on, runId, 'finished')
  expect(source.reads.get('Film 3')).toBe(3)
  expect(source.reads.get('Film 4')).toBe(1)
  expect(await counts(on, runId)).toMatchObject({ created: 49, failed: 1 })
  await exact(on, runId)
})

test('trouble that has passed at the second try never counts as failed', async () => {
  const source = breaking('file_locked', ['Film 3'])
  const read = source.given.read
  source.given.read = (entry) => {
    const reading = read(entry)
    source.mend('Film 3')
    return reading
  }
  const { on, runId } = await start(source.given)
  await reaches(on, runId, 'finished')
  expect(await counts(on, runId)).toMatchObject({ created: 50, failed: 0 })
})

test('the remaining entries of a cancelled run are ingested as a further attempt', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const source = breaking('file_missing', [])
  const listings = {
    ...source.given.listings,
    Films: async function* () {
      yield FILMS.slice(0, 10)
      await gate
      yield FILMS.slice(10)
    },
  }
  const { on, runId } = await start({ ...source.given, listings })
  await vi.waitFor(async () => expect(await counts(on, runId)).toMatchObject({ created: 30 }), 10_000)
  await on.db.transaction((tx) => cancelRun(tx, runId, ana))
  open()
  await reaches(on, runId, 'cancelled')
  await retry(on, runId, { filter: { status: ['staged'] }, remaining: true })
  await reaches(on, runId, 'finished')
  await exact(on, runId)
  expect(await counts(on, runId)).toMatchObject({ created: 50, found: 50 })
  expect((await on.stateOf(runId)).outcome).toBe('succeeded')
})

test('what was never listed before a cancel is listed and ingested with the remaining, as part of that attempt', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const source = breaking('file_missing', [])
  const listings = {
    ...source.given.listings,
    Films: async function* () {
      yield FILMS.slice(0, 10)
      await gate
      yield FILMS.slice(10)
    },
  }
  const { on, runId } = await start({ ...source.given, listings })
  await vi.waitFor(async () => expect(await counts(on, runId)).toMatchObject({ created: 30 }), 10_000)
  await on.db.transaction((tx) => cancelRun(tx, runId, ana))
  await on.db.execute(sql`update run_cursor set state_at = now() - interval '31 s' where run_id = ${runId}`)
  await on.db.transaction((tx) => forceStop(tx, runId, ana))
  open()
  expect(await retry(on, runId, { filter: { status: ['staged'] }, remaining: true })).toMatchObject({
    entries: 0,
  })
  await reaches(on, runId, 'finished')
  await exact(on, runId)
  expect(await counts(on, runId)).toMatchObject({ created: 50, found: 50 })
  const [attempt] = await on.db.execute(
    sql`select entries, settled, state from run_attempt where run_id = ${runId}`,
  )
  expect(attempt).toEqual({ entries: 20, settled: 20, state: 'finished' })
})

test('a retry waits for a library that another run holds', async () => {
  const source = breaking('file_missing', ['Film 3'])
  const { on, runId } = await start(source.given)
  await reaches(on, runId, 'finished')
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const read = source.given.read
  source.given.read = async (entry) => {
    if (entry.label === 'Film 9') await gate
    return read(entry)
  }
  const other = await on.openRun()
  await vi.waitFor(async () => expect(await counts(on, other.runId)).toMatchObject({ found: 50 }), 10_000)
  await vi.waitFor(() => expect(source.reads.get('Film 3')).toBe(2), 10_000)
  source.mend('Film 3')
  await retry(on, runId)
  const [part] = await on.db.execute(sql`
    select state from run_library where run_id = ${runId} and title = 'Films'`)
  expect(part).toEqual({ state: 'waiting' })
  open()
  await reaches(on, other.runId, 'finished')
  await reaches(on, runId, 'finished')
  expect(await counts(on, runId)).toMatchObject({ created: 50, failed: 0 })
  await exact(on, runId)
})
