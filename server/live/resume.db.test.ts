import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRun } from '../../db/queries/run-views/find-run.ts'
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

/** One thing that happens: writes begin (nobody waits for them), or a page goes, or it comes back somewhere. */
const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('write' as const), batches: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('go' as const), page: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('come' as const), page: fc.nat(2), hub: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('see' as const), page: fc.nat(2) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

test('whoever goes and comes back has every event once and in order, and the right totals', async () => {
  await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 40 }), play), {
    numRuns: 12,
    endOnFailure: true,
  })
})

async function play(happenings: Happening[]): Promise<void> {
  const made = await makeRun(database.db, { libraries: 2, shows: SHOWS, episodes: 1000 })
  const topic = `run:${made.runId}` as const
  const pages = Array.from({ length: 3 }, () => createWatcher([topic], person))
  const isHere = pages.map(() => true)
  for (const page of pages) page.connect(hubs[0])
  const writes: Promise<void>[] = []
  for (const one of happenings) {
    if (one.do === 'write') writes.push(write(made, one.batches))
    const page = one.do === 'write' ? undefined : pages[one.page]
    if (!page || one.do === 'write') continue
    if (one.do === 'see' && isHere[one.page]) await page.until(() => page.runs.has(topic))
    if (one.do === 'go') {
      await page.disconnect()
      isHere[one.page] = false
    }
    if (one.do === 'come' && !isHere[one.page]) {
      page.connect(hubs[one.hub]!)
      isHere[one.page] = true
    }
  }
  await Promise.all(writes)
  await made.finish()
  const truth = await findRun(database.db, made.runId)
  for (const [n, page] of pages.entries()) if (!isHere[n]) page.connect(hubs[1])
  for (const page of pages) await page.until(() => page.runs.get(topic)?.run.state === 'finished')
  for (const page of pages) expectTruth(page, topic, truth)
  await Promise.all(pages.map((page) => page.disconnect()))
}

async function write(made: MadeRun, batches: number): Promise<void> {
  for (let n = 0; n < batches; n++) await made.settle(n % 2, n % SHOWS, n + 1)
}

function expectTruth(page: Watcher, topic: string, truth: Awaited<ReturnType<typeof findRun>>): void {
  const known = page.runs.get(topic)!
  expect(known.snapshots).toBe(1)
  expect(faultsOf(known.events, truth!.lastSeq)).toEqual([])
  expect({ ...known.run, libraries: [...known.libraries.values()], attempts: [] }).toEqual(truth)
}

test('a page that left for so long that events are no longer kept gets a snapshot', async () => {
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const page = createWatcher([topic], person)
  page.connect(hubs[0])
  await page.until(() => page.runs.has(topic))
  await page.disconnect()
  for (let n = 0; n < 1001; n++) await made.note(`${n}`)
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
