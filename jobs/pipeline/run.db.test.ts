import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { SourceFailure } from '../sources/source.ts'
import { checkLedger } from './testing/check-ledger.ts'
import { episodeEntry, type Given, movieEntry, plainReading } from './testing/given-source.ts'
import { makeTestEngine, type TestEngine } from './testing/test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.close()
  engine = null
})

const FILMS = Array.from({ length: 1200 }, (_, i) => movieEntry(`Film ${i}`))
const SHOWS = ['Owl', 'Fox', 'Elk'].flatMap((show) =>
  Array.from({ length: 40 }, (_, i) => episodeEntry(show, 1 + Math.floor(i / 10), 1 + (i % 10))),
)

function given(changes: Partial<Given> = {}): Given {
  return {
    listings: { Films: () => [FILMS.slice(0, 700), FILMS.slice(700)], Shows: () => [SHOWS] },
    read: plainReading,
    ...changes,
  }
}

async function start(
  source: Given,
  titles: { title: string; mediaKind: 'movie' | 'show' }[],
): Promise<TestEngine> {
  engine = await makeTestEngine(source, titles)
  await engine.startWorker()
  return engine
}

const BOTH = [
  { title: 'Films', mediaKind: 'movie' as const },
  { title: 'Shows', mediaKind: 'show' as const },
]

async function ended(on: TestEngine, runId: number) {
  await vi.waitFor(
    async () => expect((await on.stateOf(runId)).state).toMatch(/finished|failed|cancelled/),
    20_000,
  )
  return on.stateOf(runId)
}

/** The ledger agrees with the entries; the last lane gives its lease back a moment after the run has ended. */
function exact(on: TestEngine, runId: number) {
  return vi.waitFor(async () => expect(await checkLedger(on.db, runId)).toEqual([]), 5_000)
}

test('a full run settles every entry once and its counts are exact at three levels', async () => {
  const on = await start(given(), BOTH)
  const { runId } = await on.openRun()
  expect(await ended(on, runId)).toEqual({ state: 'finished', outcome: 'succeeded' })
  await exact(on, runId)
  const [titles] = await on.db.execute(sql`
    select (select count(*)::integer from title) as titles, (select count(*)::integer from episode) as episodes,
      (select count(*)::integer from media_file) as files, (select count(*)::integer from library_entry) as known`)
  expect(titles).toEqual({ titles: 1203, episodes: 120, files: 1320, known: 1320 })
})

test('a second run over the same files creates nothing and calls all of it unchanged', async () => {
  const on = await start(given(), BOTH)
  await ended(on, (await on.openRun()).runId)
  const { runId } = await on.openRun()
  await ended(on, runId)
  const [cursor] = await on.db.execute(sql`
    select created, updated, unchanged, found from run_cursor where run_id = ${runId}`)
  expect(cursor).toEqual({ created: 0, updated: 0, unchanged: 1320, found: 1320 })
})

test('a listing that fails half-way keeps what it found and the run ends with errors', async () => {
  const listings = {
    Films: async function* () {
      yield FILMS.slice(0, 10)
      throw new SourceFailure('listing_incomplete', 'The disk went away.')
    },
    Shows: () => [SHOWS],
  }
  const on = await start(given({ listings }), BOTH)
  const { runId } = await on.openRun()
  expect(await ended(on, runId)).toEqual({ state: 'finished', outcome: 'partial' })
  await exact(on, runId)
  const [films] = await on.db.execute(sql`
    select state, found, complete, code, detail from run_library where run_id = ${runId} and title = 'Films'`)
  expect(films).toEqual({
    state: 'failed',
    found: 10,
    complete: false,
    code: 'listing_incomplete',
    detail: 'The disk went away.',
  })
})

test('a run none of whose libraries can be listed fails with the first reason', async () => {
  const on = await start(given({ listings: {} }), BOTH)
  const { runId } = await on.openRun()
  expect(await ended(on, runId)).toEqual({ state: 'failed', outcome: null })
  const [last] = await on.db.execute(sql`
    select type, message from run_event where run_id = ${runId} order by seq desc limit 1`)
  expect(last).toEqual({ type: 'run.failed', message: 'Films is not there' })
})

test('an empty library finishes at once and does not keep the run open', async () => {
  const on = await start(given({ listings: { Films: () => [], Shows: () => [SHOWS] } }), BOTH)
  const { runId } = await on.openRun()
  expect(await ended(on, runId)).toEqual({ state: 'finished', outcome: 'succeeded' })
  await exact(on, runId)
})

test('rows that the database refuses fail alone, with the constraint in the detail', async () => {
  const read: Given['read'] = (entry) => {
    const reading = plainReading(entry)
    const isBad = entry.label === 'Film 3' || entry.label === 'Film 777'
    if (isBad && 'draft' in reading && reading.draft.kind === 'movie') reading.draft.year = 99_999
    return reading
  }
  const on = await start(given({ read }), [BOTH[0]!])
  const { runId } = await on.openRun()
  expect(await ended(on, runId)).toEqual({ state: 'finished', outcome: 'partial' })
  await exact(on, runId)
  const failed = await on.db.execute(sql`
    select label, code, evidence->>'sqlstate' as sqlstate from run_entry where run_id = ${runId} and status = 'failed' order by id`)
  expect(failed).toEqual([
    { label: 'Film 3', code: 'database_error', sqlstate: '22003' },
    { label: 'Film 777', code: 'database_error', sqlstate: '22003' },
  ])
})

test('text that PostgreSQL cannot hold is cleaned, not refused', async () => {
  const odd = {
    ...movieEntry('Nul'),
    label: 'Nul\0 and \ud800 half',
    key: 'nul\0.mkv',
    path: '/films/nul\0.mkv',
  }
  const on = await start(given({ listings: { Films: () => [[odd]] } }), [BOTH[0]!])
  const { runId } = await on.openRun()
  await ended(on, runId)
  const [entry] = await on.db.execute(sql`select label, status from run_entry where run_id = ${runId}`)
  expect(entry).toEqual({ label: 'Nul and \ufffd half', status: 'created' })
})

test('a second run on a held library waits and starts by itself when the first has ended', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const listings = {
    Films: async function* () {
      yield FILMS.slice(0, 5)
      await gate
    },
  }
  const on = await start(given({ listings }), [BOTH[0]!])
  const first = await on.openRun()
  const second = await on.openRun()
  const [waiting] = await on.db.execute(sql`
    select l.state, e.message from run_library l join run_event e on e.run_id = l.run_id and e.type = 'run.waiting'
    where l.run_id = ${second.runId}`)
  expect(waiting).toEqual({ state: 'waiting', message: `Films: waiting for #${first.runId}` })
  open()
  expect((await ended(on, first.runId)).state).toBe('finished')
  expect((await ended(on, second.runId)).state).toBe('finished')
  await exact(on, second.runId)
})

test('the same idempotency key of the same person is the same run', async () => {
  const on = await start(given(), BOTH)
  const [one, two] = await Promise.all([
    on.openRun({ idempotencyKey: 'double click' }),
    on.openRun({ idempotencyKey: 'double click' }),
  ])
  const other = await on.openRun({ idempotencyKey: 'double click', person: { id: 'ben', name: 'Ben' } })
  expect(one.runId).toBe(two.runId)
  expect(other.runId).not.toBe(one.runId)
  await ended(on, other.runId)
})

test('no library, an unknown one or a disabled one is refused with a sentence', async () => {
  const on = await start(given(), BOTH)
  await expect(on.openRun({ libraryIds: [] })).rejects.toThrow('Choose at least one library')
  await expect(on.openRun({ libraryIds: [99] })).rejects.toThrow('There is no library 99')
  await on.db.execute(sql`update library set sync_enabled = false where title = 'Shows'`)
  await expect(on.openRun()).rejects.toThrow('“Shows” is switched off')
  expect(await on.db.execute(sql`select 1 from run`)).toHaveLength(0)
})
