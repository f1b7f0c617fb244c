import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { findRun } from './find-run.ts'
import { readPaces } from './run-pace.ts'
import { makeRun } from './testing/make-run.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Ten batches of ten in each of two libraries, one a second, the last one just now. */
async function makeSteadyRun() {
  const made = await makeRun(database.db, { libraries: 2, episodes: 1000 })
  for (let n = 0; n < 10; n++) for (const part of [0, 1]) await made.settle(part, 0, 10)
  await database.db.execute(sql`
    update run_event e set at = now() - make_interval(secs => (select last_seq from run_cursor c where c.run_id = e.run_id) / 2 - seq / 2)
    where run_id = ${made.runId} and type = 'batch.committed'`)
  await database.db.execute(
    sql`update run_cursor set started_at = now() - interval '30 seconds' where run_id = ${made.runId}`,
  )
  return made
}

test('the curve is that of the whole run, whichever library a batch was of', async () => {
  const made = await makeSteadyRun()
  const paces = await readPaces(database.db, [made.runId])
  const points = paces.of.get(made.runId)!
  expect(points.at(-1)?.settled).toBe(200)
  expect(points.map((point) => point.settled)).toEqual(
    points.map((point) => point.settled).toSorted((a, b) => a - b),
  )
  expect(points.every((point) => point.atMs <= paces.nowMs)).toBe(true)
})

test('a run that settles 20 a second says so, and how long it will take', async () => {
  const made = await makeSteadyRun()
  const run = await findRun(database.db, made.runId)
  // The time since the last batch counts too, and a busy machine may take some of it.
  expect(run?.rate).toBeGreaterThan(10)
  expect(run?.rate).toBeLessThan(25)
  expect(Math.abs(run!.secondsLeft! - 1800 / run!.rate!)).toBeLessThan(3)
})

test('a run that has ended has no rate', async () => {
  const made = await makeSteadyRun()
  await made.finish()
  expect(await findRun(database.db, made.runId)).toMatchObject({ rate: null, secondsLeft: null })
})

test('batches of before the last minute are not looked at', async () => {
  const made = await makeSteadyRun()
  await database.db.execute(
    sql`update run_event set at = at - interval '1 hour' where run_id = ${made.runId}`,
  )
  expect((await readPaces(database.db, [made.runId])).of.get(made.runId)).toEqual([])
})
