import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { retryRun } from '../../db/queries/retry-run.ts'
import { STARTER } from '../../db/queries/run-views/testing/make-run.ts'
import { makeEntries } from '../../db/queries/run-views/testing/make-entries.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import type { Person } from '../trpc.ts'
import { createLiveHub } from './create-live-hub.ts'
import { makePerson } from './testing/people.ts'
import { createWatcher } from './testing/watcher.ts'

let database: TestDatabase
let person: Person
beforeAll(async () => {
  database = await createTestDatabase()
  person = await makePerson(database.db, 'ann')
})
afterAll(() => database.drop())

function watch(topic: `run:${number}`) {
  const hub = createLiveHub({
    db: database.db,
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
    options: { runEveryMs: 5 },
  })
  const watcher = createWatcher([topic], person)
  watcher.connect(hub)
  onTestFinished(async () => {
    await watcher.disconnect()
    await hub.close()
  })
  const attempts = () =>
    watcher.frames.flatMap((frame) => ('attempts' in frame ? [frame.attempts] : [])).at(-1)
  return { watcher, attempts }
}

test('a page sees an attempt begin, which shows it took up, and how far it is', async () => {
  const { made, ids } = await makeEntries(database.db, ['failed', 'failed', 'created'])
  const topic = `run:${made.runId}` as const
  const { watcher, attempts } = watch(topic)
  await watcher.until(() => watcher.runs.has(topic))
  expect(attempts()).toEqual([])
  const request = { filter: {}, entryIds: ids, force: false }
  await database.db.transaction((tx) => retryRun(tx, made.runId, STARTER, request))
  await watcher.until(() => attempts()?.[0]?.state === 'running')
  expect(attempts()).toMatchObject([
    { attempt: 2, startedByName: STARTER.name, entries: 2, settled: 0, fixed: 0 },
  ])
  const known = watcher.runs.get(topic)!
  expect(known.run.counts).toMatchObject({ created: 1, failed: 0, retrying: 2 })
  expect([...known.shows.values()]).toMatchObject([{ settled: 3, counts: { retrying: 2, failed: 0 } }])
  await database.db.execute(sql`update run_attempt set settled = 1, fixed = 1 where run_id = ${made.runId}`)
  await made.note('so far')
  await watcher.until(() => attempts()?.[0]?.settled === 1)
  expect(attempts()).toMatchObject([{ settled: 1, fixed: 1 }])
})
