import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunView } from '../../db/domain/run-view.ts'
import { findRun } from '../../db/queries/run-views/find-run.ts'
import { readShows } from '../../db/queries/run-views/run-shows.ts'
import { makeRun, type MadeRun } from '../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import type { Person } from '../trpc.ts'
import { createLiveHub, type RunningLiveHub } from './create-live-hub.ts'
import { makePerson } from './testing/people.ts'
import { createWatcher, faultsOf, type Watcher } from './testing/watcher.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let hubs: [RunningLiveHub, RunningLiveHub]
let person: Person

beforeAll(async () => {
  database = await createTestDatabase()
  person = await makePerson(database.db, 'ann')
  // Two hubs are two web processes: who comes back may find another one.
  const make = () =>
    createLiveHub({ db: database.db, databaseUrl: database.url, log, options: { runEveryMs: 5 } })
  hubs = [make(), make()]
})
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await database.drop()
})

const SHOWS = 4

/**
 * One thing that happens: writes begin (nobody waits for them), all writes so far are over, a page goes (hastily,
 * or when it has seen the run), or it comes back to some hub.
 */
const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('write' as const), batches: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('go' as const), page: fc.nat(2), isHasty: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('come' as const), page: fc.nat(2), hub: fc.nat(1) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

test('whoever goes and comes back has every event once and in order, and the right totals', async () => {
  const resumed = { pages: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 40 }), (happenings) =>
      play(happenings, resumed),
    ),
    { numRuns: 8, endOnFailure: true },
  )
  expect(resumed.pages).toBeGreaterThan(8)
})

async function play(happenings: Happening[], resumed: { pages: number }): Promise<void> {
  const made = await makeRun(database.db, { libraries: 2, shows: SHOWS, episodes: 1000 })
  const topic = `run:${made.runId}` as const
  const pages = Array.from({ length: 3 }, () => createWatcher([topic], person))
  const away = new Set<Watcher>()
  for (const page of pages) page.connect(hubs[0])
  const writes: Promise<void>[] = []
  for (const one of happenings) {
    if (one.do === 'write') writes.push(write(made, one.batches))
    else if (one.do === 'settle') await Promise.all(writes)
    else await move(pages[one.page]!, one)
  }
  await Promise.all(writes)
  await made.finish()
  const truth = await findRun(database.db, made.runId)
  for (const page of away) page.connect(hubs[1])
  for (const page of pages) await page.until(() => page.runs.get(topic)?.run.state === 'finished')
  for (const page of pages) await expectTruth(page, topic, truth)
  await Promise.all(pages.map((page) => page.disconnect()))

  async function move(page: Watcher, one: Extract<Happening, { do: 'go' | 'come' }>): Promise<void> {
    if (one.do === 'come' && away.delete(page)) {
      if (page.runs.has(topic)) resumed.pages += 1
      page.connect(hubs[one.hub]!)
    } else if (one.do === 'go' && !away.has(page)) {
      if (!one.isHasty) await page.until(() => page.runs.has(topic))
      await page.disconnect()
      away.add(page)
    }
  }
}

async function write(made: MadeRun, batches: number): Promise<void> {
  for (let n = 0; n < batches; n++) await made.settle(n % 2, n % SHOWS, n + 1)
}

async function expectTruth(page: Watcher, topic: string, truth: RunView | null): Promise<void> {
  const known = page.runs.get(topic)!
  expect(known.snapshots).toBe(1)
  expect(faultsOf(known.events, truth!.lastSeq)).toEqual([])
  expect({ ...known.run, libraries: [...known.libraries.values()], attempts: [] }).toEqual(truth)
  const shows = [...known.shows.values()].toSorted((a, b) => a.showId - b.showId)
  expect(shows).toEqual(await readShows(database.db, [...known.shows.keys()]))
}

test('a page that left for so long that events are no longer kept gets a snapshot', async () => {
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const page = createWatcher([topic], person)
  page.connect(hubs[0])
  await page.until(() => page.runs.has(topic))
  await page.disconnect()
  await made.note(...Array.from({ length: 1001 }, (_, n) => `${n}`))
  page.connect(hubs[0])
  await page.until(() => page.runs.get(topic)?.snapshots === 2)
  const known = page.runs.get(topic)!
  const last = (await findRun(database.db, made.runId))!.lastSeq
  expect(known.seq).toBe(last)
  expect(faultsOf(known.events, last)).toEqual([])
  await page.disconnect()
})

test('a page that knows events from the future (a database from a backup) gets a snapshot', async () => {
  const made = await makeRun(database.db)
  const abort = new AbortController()
  const topics = [`run:${made.runId}` as const]
  const cursor = `run:${made.runId}=9999`
  const frames = hubs[0].subscribe({ topics, cursor, person, signal: abort.signal })[Symbol.asyncIterator]()
  expect((await frames.next()).value?.frame.topic).toBe('build')
  expect((await frames.next()).value?.frame).toMatchObject({ kind: 'snapshot', topic: topics[0] })
  abort.abort()
  expect((await frames.next()).done).toBe(true)
})

test('a cursor that was handed out with the first frame still resumes where it stood', async () => {
  const made = await makeRun(database.db)
  const abort = new AbortController()
  const topics = [`run:${made.runId}` as const]
  const frames = hubs[0].subscribe({
    topics,
    cursor: `${topics[0]}=1;run:99=5`,
    person,
    signal: abort.signal,
  })
  for await (const { cursor, frame } of frames) {
    expect(frame.topic).toBe('build')
    expect(cursor).toBe(`${topics[0]}=1`)
    break
  }
  abort.abort()
})
