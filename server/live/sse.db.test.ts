import { serve, type ServerType } from '@hono/node-server'
import { trpcServer } from '@hono/trpc-server'
import { Hono, type Context as HonoContext } from 'hono'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRun } from '../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import { live } from '../routers/live.ts'
import { createTestContext } from '../testing/test-context.ts'
import { router } from '../trpc.ts'
import { createLiveHub, type RunningLiveHub } from './create-live-hub.ts'
import { makePerson } from './testing/people.ts'
import { readEvents } from './testing/read-events.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let hub: RunningLiveHub
let server: ServerType
let address: string
let isSignedIn = true

beforeAll(async () => {
  database = await createTestDatabase()
  const person = await makePerson(database.db, 'ann', 'viewer')
  hub = createLiveHub({
    db: database.db,
    databaseUrl: database.url,
    log,
    options: { build: 'b1', runEveryMs: 5, recheckMs: 20, stillAllowed: () => Promise.resolve(isSignedIn) },
  })
  const app = new Hono()
  const createContext = (_: unknown, c: HonoContext) => ({
    ...createTestContext({ db: database.db, log, person, live: hub, request: c.req.raw }),
  })
  app.use('/trpc/*', trpcServer({ router: router({ live }), createContext }))
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/trpc/live`
})
afterAll(async () => {
  await hub.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await database.drop()
})

async function open(input: unknown, headers: Record<string, string> = {}) {
  const controller = new AbortController()
  const query = encodeURIComponent(JSON.stringify(input))
  const response = await fetch(`${address}?input=${query}`, { headers, signal: controller.signal })
  const events = readEvents(response)
  return {
    response,
    /** The next frame, past tRPC's own first word and its pings. */
    async next() {
      for await (const event of events) if (event.type !== 'connected' && event.type !== 'ping') return event
      throw new Error('the stream ended')
    },
    close: () => controller.abort(),
  }
}

test('a stream begins with the build and a snapshot, and a dropped one goes on where it was', async () => {
  const made = await makeRun(database.db)
  const topics = [`run:${made.runId}`]
  const first = await open({ topics })
  expect(first.response.headers.get('content-type')).toContain('text/event-stream')
  expect(await first.next()).toMatchObject({ id: '-', data: { topic: 'build', build: 'b1' } })
  const snapshot = await first.next()
  expect(snapshot.data).toMatchObject({ topic: topics[0], kind: 'snapshot', run: { settled: 0 } })
  await made.settle(0, 0, 3)
  const patch = await first.next()
  expect(patch.data).toMatchObject({ kind: 'patch', run: { settled: 3 } })
  expect(patch.id).toBe(`run:${made.runId}=${patch.data.seq}`)
  first.close()

  await made.settle(0, 0, 4)
  // The browser's own header wins over what the page remembered when it opened the stream.
  const again = await open({ topics, cursor: `${topics[0]}=1` }, { 'last-event-id': patch.id })
  expect(await again.next()).toMatchObject({ id: patch.id, data: { topic: 'build' } })
  const missed = await again.next()
  expect(missed.data).toMatchObject({
    kind: 'patch',
    run: { settled: 7 },
    events: [{ message: '4 created' }],
  })
  again.close()
})

test('a topic that is none, or too many of them, is refused', async () => {
  for (const topics of [['run:x'], ['run:0'], [], Array.from({ length: 21 }, (_, n) => `run:${n + 1}`)]) {
    const stream = await open({ topics })
    expect(await stream.next()).toMatchObject({
      type: 'serialized-error',
      data: { data: { code: 'BAD_REQUEST' } },
    })
    stream.close()
  }
})

test('who is signed out during the stream is told so, in a way that the client does not try again', async () => {
  const stream = await open({ topics: ['runs'] })
  await stream.next()
  await stream.next()
  isSignedIn = false
  const last = await stream.next()
  isSignedIn = true
  expect(last.type).toBe('serialized-error')
  expect(last.data).toMatchObject({ data: { code: 'UNAUTHORIZED' } })
  stream.close()
})

test('readers go when the browser goes', async () => {
  const made = await makeRun(database.db)
  const stream = await open({ topics: [`run:${made.runId}`] })
  await stream.next()
  await stream.next()
  expect(hub.stats().readers).toBeGreaterThan(0)
  stream.close()
  await expect.poll(() => hub.stats()).toEqual({ subscribers: 0, readers: 0 })
})
