import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { openRun } from '../open-run.ts'
import { findRun } from './find-run.ts'
import { makeLibraries, makeRun, STARTER } from './testing/make-run.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a run, its libraries and its totals say the same', async () => {
  const made = await makeRun(database.db, { libraries: 3, shows: 2, episodes: 50 })
  await made.settle(0, 1, 30)
  await made.settle(2, 0, 20, 'failed')
  const run = await findRun(database.db, made.runId)
  expect(run).toMatchObject({ state: 'running', locked: true, total: 300, settled: 50, percent: 16.6 })
  expect(run?.counts).toMatchObject({ created: 30, failed: 20 })
  expect(run?.libraries.map((library) => library.settled)).toEqual([30, 0, 20])
  expect(run?.libraries.map((library) => library.percent)).toEqual([30, 0, 20])
  expect(run?.startedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('before the lock there is a count and no percent', async () => {
  const libraryIds = await makeLibraries(database.db, 2)
  const { runId } = await database.db.transaction((tx) =>
    openRun(tx, { person: STARTER, libraryIds, mode: 'full', dryRun: true }),
  )
  await database.db.execute(sql`update run_library set found = 7 where run_id = ${runId} and position = 0`)
  await database.db.execute(sql`update run_cursor set found = 7 where run_id = ${runId}`)
  const run = await findRun(database.db, runId)
  expect(run).toMatchObject({
    locked: false,
    found: 7,
    total: null,
    percent: null,
    secondsLeft: null,
    rate: null,
  })
  expect(run).toMatchObject({ dryRun: true, startedByName: STARTER.name, librariesTotal: 2, state: 'queued' })
})

test('a library that another run holds says which one', async () => {
  const first = await makeRun(database.db)
  const { runId } = await database.db.transaction((tx) =>
    openRun(tx, { person: STARTER, libraryIds: [first.parts[0]!.libraryId], mode: 'full', dryRun: false }),
  )
  const waiting = await findRun(database.db, runId)
  expect(waiting?.libraries[0]).toMatchObject({ state: 'waiting', waitingFor: first.runId })
  const holder = await findRun(database.db, first.runId)
  expect(holder?.libraries[0]?.waitingFor).toBeNull()
})

test('only lanes that somebody leases are shown at work', async () => {
  const { runId, parts } = await makeRun(database.db)
  await database.db.execute(sql`
    update run_lane set label = 'Long copy', show_title = 'Show', phase = 'copying', bytes_done = 5000000000,
      bytes_total = 9000000000, since = now(), worker_id = case when lane = 0 then 1 end
    where run_library_id = ${parts[0]!.runLibraryId}`)
  const run = await findRun(database.db, runId)
  expect(run?.libraries[0]?.now).toHaveLength(1)
  expect(run?.libraries[0]?.now[0]).toMatchObject({ lane: 0, label: 'Long copy', bytesDone: 5_000_000_000 })
})

test('a run that does not exist is null', async () => {
  expect(await findRun(database.db, 999_999)).toBeNull()
})
