import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeRun } from '../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import type { LiveTopic } from '../../db/domain/run-view.ts'
import type { Person } from '../trpc.ts'
import { createLiveHub, type LiveHubOptions, type RunningLiveHub } from './create-live-hub.ts'
import { NoLongerAllowed } from './hub.ts'
import { makePerson } from './testing/people.ts'
import { createWatcher } from './testing/watcher.ts'

let database: TestDatabase
let owner: Person
let admin: Person

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await makePerson(database.db, 'owner')
  admin = await makePerson(database.db, 'admin', 'admin')
})
afterAll(() => database.drop())

function makeHub(options: LiveHubOptions = {}): RunningLiveHub {
  const log = pino({ level: 'silent' })
  const quick = { runEveryMs: 5, listEveryMs: 5, pollMs: 20, ...options }
  const hub = createLiveHub({ db: database.db, databaseUrl: database.url, log, options: quick })
  onTestFinished(() => hub.close())
  return hub
}

function watch(hub: RunningLiveHub, person: Person, topics: LiveTopic[]) {
  const watcher = createWatcher(topics, person)
  watcher.connect(hub)
  onTestFinished(() => watcher.disconnect())
  return watcher
}

test('somebody else’s private run looks like one that does not exist, also to an admin', async () => {
  const hub = makeHub()
  const made = await makeRun(database.db, { ownerId: owner.id })
  const nosy = watch(hub, admin, [`run:${made.runId}`, 'run:999999'])
  await nosy.until(() => nosy.frames.length === 3)
  expect(nosy.frames.slice(1)).toEqual([
    { topic: 'gone', gone: `run:${made.runId}` },
    { topic: 'gone', gone: 'run:999999' },
  ])
  const own = watch(hub, owner, [`run:${made.runId}`])
  await own.until(() => own.runs.has(`run:${made.runId}`))
})

test('a private run is in nobody’s list but its owner’s, and no frame names it, until it is shared', async () => {
  const hub = makeHub()
  const shared = await makeRun(database.db)
  const made = await makeRun(database.db, { ownerId: owner.id })
  const [theirs, own] = [watch(hub, admin, ['runs']), watch(hub, owner, ['runs'])]
  await theirs.until(() => theirs.list.has(shared.runId))
  await own.until(() => own.list.has(made.runId))
  await made.settle(0, 0, 5)
  await shared.settle(0, 0, 5)
  await own.until(() => own.list.get(made.runId)?.settled === 5)
  await theirs.until(() => theirs.list.get(shared.runId)?.settled === 5)
  expect(JSON.stringify(theirs.frames)).not.toContain(`"id":${made.runId},`)
  await database.db.execute(sql`update run set shared = true where id = ${made.runId}`)
  await theirs.until(() => theirs.list.has(made.runId))
  await database.db.execute(sql`update run set shared = false where id = ${made.runId}`)
  await theirs.until(() => !theirs.list.has(made.runId))
  expect(own.list.has(made.runId)).toBe(true)
})

test('a run that is no longer shared is gone from a stream that has it open', async () => {
  const hub = makeHub({ recheckMs: 20 })
  const made = await makeRun(database.db, { ownerId: owner.id })
  await database.db.execute(sql`update run set shared = true where id = ${made.runId}`)
  const topic = `run:${made.runId}` as const
  const [theirs, own] = [watch(hub, admin, [topic]), watch(hub, owner, [topic])]
  await theirs.until(() => theirs.runs.has(topic))
  await own.until(() => own.runs.has(topic))
  await database.db.execute(sql`update run set shared = false where id = ${made.runId}`)
  await theirs.until(() => theirs.frames.some((frame) => frame.topic === 'gone'))
  await made.note('only for the owner')
  await own.until(() => own.runs.get(topic)?.events.at(-1)?.message === 'only for the owner')
  expect(theirs.runs.get(topic)?.events.at(-1)?.message).not.toBe('only for the owner')
})

test('a person whose account is removed or banned gets no more', async () => {
  const hub = makeHub({ recheckMs: 20 })
  const [leaver, banned] = [await makePerson(database.db, 'leaver'), await makePerson(database.db, 'banned')]
  const streams = [watch(hub, leaver, ['runs']), watch(hub, banned, ['runs'])]
  for (const stream of streams) await stream.until(() => stream.frames.length > 1)
  await database.db.execute(sql`delete from "user" where id = ${leaver.id}`)
  await database.db.execute(sql`update "user" set banned = true where id = ${banned.id}`)
  for (const stream of streams) await expect(stream.until(() => false)).rejects.toThrow(NoLongerAllowed)
})

test('a person who signed out gets no more, as the request by which they came says', async () => {
  let isSignedIn = true
  const hub = makeHub({ recheckMs: 20, stillAllowed: () => Promise.resolve(isSignedIn) })
  const stream = watch(hub, owner, ['runs'])
  await stream.until(() => stream.frames.length > 1)
  isSignedIn = false
  await expect(stream.until(() => false)).rejects.toThrow(NoLongerAllowed)
  expect(hub.stats().subscribers).toBe(0)
})
