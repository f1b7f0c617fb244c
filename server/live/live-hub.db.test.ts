import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeRun } from '../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import type { Person } from '../trpc.ts'
import { createLiveHub, type LiveHubOptions, type RunningLiveHub } from './create-live-hub.ts'
import { HubStopping } from './hub.ts'
import { makePerson } from './testing/people.ts'
import { createWatcher, faultsOf } from './testing/watcher.ts'

const HOUR = 3_600_000
let database: TestDatabase
let person: Person

beforeAll(async () => {
  database = await createTestDatabase()
  person = await makePerson(database.db, 'ann')
})
afterAll(() => database.drop())

function makeHub(options: LiveHubOptions = {}): RunningLiveHub {
  const hub = createLiveHub({
    db: database.db,
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
    options: { runEveryMs: 5, listEveryMs: 5, ...options },
  })
  onTestFinished(() => hub.close())
  return hub
}

function watch(hub: RunningLiveHub, topic: 'runs' | `run:${number}`) {
  const watcher = createWatcher([topic], person)
  watcher.connect(hub)
  onTestFinished(() => watcher.disconnect())
  return watcher
}

async function listeners(): Promise<number[]> {
  const rows = await database.db.execute<{ pid: number }>(sql`
    select pid from pg_stat_activity where application_name = 'marquee live' and datname = current_database()`)
  return rows.map((row) => row.pid)
}

test('200 viewers of one run are one reader, and none is left when they have gone', async () => {
  const hub = makeHub()
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const viewers = Array.from({ length: 200 }, () => createWatcher([topic], person))
  for (const viewer of viewers) viewer.connect(hub)
  await Promise.all(viewers.map((viewer) => viewer.until(() => viewer.runs.has(topic))))
  expect(hub.stats()).toEqual({ subscribers: 200, readers: 1 })
  await made.settle(0, 0, 10)
  await made.finish()
  await Promise.all(
    viewers.map((viewer) => viewer.until(() => viewer.runs.get(topic)?.run.state === 'finished')),
  )
  for (const viewer of viewers) expect(viewer.runs.get(topic)?.run.settled).toBe(10)
  await Promise.all(viewers.map((viewer) => viewer.disconnect()))
  expect(hub.stats()).toEqual({ subscribers: 0, readers: 0 })
})

test('who comes late has the totals and the newest 50 events', async () => {
  const hub = makeHub()
  const made = await makeRun(database.db, { episodes: 100 })
  for (let n = 0; n < 60; n++) await made.settle(0, 0, 1)
  const topic = `run:${made.runId}` as const
  const late = watch(hub, topic)
  await late.until(() => late.runs.has(topic))
  const known = late.runs.get(topic)!
  expect(known.run).toMatchObject({ settled: 60, percent: 60 })
  expect(known.events).toHaveLength(50)
  expect(faultsOf(known.events, known.run.lastSeq)).toEqual([])
})

test('a viewer that does not look gets a snapshot, not what piled up', async () => {
  const hub = makeHub({ maxWaitingEvents: 20 })
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const abort = new AbortController()
  const slow = hub
    .subscribe({ topics: [topic], cursor: null, person, signal: abort.signal })
    [Symbol.asyncIterator]()
  await slow.next()
  expect((await slow.next()).value?.frame).toMatchObject({ kind: 'snapshot' })
  const quick = watch(hub, topic)
  await quick.until(() => quick.runs.has(topic))
  for (let n = 0; n < 100; n++) await made.note(`${n}`)
  await made.finish()
  await quick.until(() => quick.runs.get(topic)?.run.state === 'finished')
  const frame = (await slow.next()).value?.frame
  expect(frame).toMatchObject({
    kind: 'snapshot',
    run: { state: 'finished' },
    seq: quick.runs.get(topic)?.seq,
  })
  abort.abort()
  await slow.next()
})

test('what happens while the listening connection is dead is seen when it is back', async () => {
  const hub = makeHub({ pollMs: HOUR })
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const viewer = watch(hub, topic)
  await viewer.until(() => viewer.runs.has(topic))
  await made.note('heard')
  await viewer.until(() => viewer.runs.get(topic)?.events.at(-1)?.message === 'heard')
  for (let round = 0; round < 3; round++) {
    for (const pid of await listeners()) await database.db.execute(sql`select pg_terminate_backend(${pid})`)
    await made.note(`unheard ${round}`)
    await viewer.until(() => viewer.runs.get(topic)?.events.at(-1)?.message === `unheard ${round}`)
  }
  const known = viewer.runs.get(topic)!
  expect(faultsOf(known.events, known.run.lastSeq)).toEqual([])
})

test('what nobody said is seen by looking', async () => {
  const hub = makeHub({ pollMs: 20 })
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const viewer = watch(hub, topic)
  await viewer.until(() => viewer.runs.has(topic))
  await database.db.execute(sql`
    update run_lane set worker_id = 1, label = 'Quiet film', phase = 'reading', since = now()
    where run_library_id = ${made.parts[0]!.runLibraryId} and lane = 0`)
  const lanes = () =>
    [...(viewer.runs.get(topic)?.libraries.values() ?? [])].flatMap((library) => library.now)
  await viewer.until(() => lanes().some((lane) => lane.label === 'Quiet film'))
})

test('only the shows that a batch touched are sent', async () => {
  const hub = makeHub()
  const made = await makeRun(database.db, { libraries: 2, shows: 30 })
  const topic = `run:${made.runId}` as const
  const viewer = watch(hub, topic)
  await viewer.until(() => viewer.runs.has(topic))
  await made.settle(1, 7, 4)
  await viewer.until(() => viewer.runs.get(topic)?.run.settled === 4)
  const shows = [...viewer.runs.get(topic)!.shows.values()]
  expect(shows).toMatchObject([{ showId: made.parts[1]!.showIds[7], settled: 4, total: 10 }])
})

test('shows that a listing finds are sent as they grow', async () => {
  const hub = makeHub()
  const made = await makeRun(database.db, { shows: 3 })
  const topic = `run:${made.runId}` as const
  const [part] = made.parts
  const viewer = watch(hub, topic)
  await viewer.until(() => viewer.runs.has(topic))
  await database.db.execute(sql`update run_show set total = 11 where id = ${part!.showIds[2]}`)
  await database.db.execute(sql`
    with moved as (update run_cursor set last_seq = last_seq + 1 where run_id = ${made.runId} returning last_seq)
    insert into run_event (run_id, seq, type, level, phase, scope, message, extra)
    select ${made.runId}, last_seq, 'prescan.advanced', 'info', 'library',
      jsonb_build_object('libraryId', ${part!.libraryId}::integer), '',
      jsonb_build_object('shows', jsonb_build_array(${part!.showIds[2]}::integer)) from moved`)
  await made.note('nudge')
  await viewer.until(() => viewer.runs.get(topic)?.events.at(-1)?.message === 'nudge')
  expect([...viewer.runs.get(topic)!.shows.values()]).toMatchObject([{ showId: part!.showIds[2], total: 11 }])
})

test('a run that is cleared away is gone', async () => {
  const hub = makeHub({ pollMs: 20 })
  const made = await makeRun(database.db)
  const topic = `run:${made.runId}` as const
  const viewer = watch(hub, topic)
  await viewer.until(() => viewer.runs.has(topic))
  const list = watch(hub, 'runs')
  await list.until(() => list.list.has(made.runId))
  await database.db.execute(sql`delete from run where id = ${made.runId}`)
  await viewer.until(() => viewer.frames.some((frame) => frame.topic === 'gone' && frame.gone === topic))
  await list.until(() => !list.list.has(made.runId))
})

test('a closed hub leaves no connection, takes nobody, and does not end streams that are open', async () => {
  const hub = makeHub()
  const made = await makeRun(database.db)
  const abort = new AbortController()
  const ask = { topics: [`run:${made.runId}` as const], cursor: null, person, signal: abort.signal }
  const open = hub.subscribe(ask)[Symbol.asyncIterator]()
  await open.next()
  await open.next()
  const before = await listeners()
  expect(before.length).toBeGreaterThan(0)
  await hub.close()
  expect(await Promise.race([open.next(), Promise.resolve('still open')])).toBe('still open')
  await expect(hub.subscribe(ask)[Symbol.asyncIterator]().next()).rejects.toThrow(HubStopping)
  abort.abort()
})
