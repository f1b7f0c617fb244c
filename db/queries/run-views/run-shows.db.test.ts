import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { listShows, type ShowsOf } from './run-shows.ts'
import { makeRun } from './testing/make-run.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('shows under way come first, then those with failures, those to come, and the rest by title', async () => {
  const made = await makeRun(database.db, { shows: 6 })
  const { libraryId } = made.parts[0]!
  await made.settle(0, 0, 10)
  await made.settle(0, 1, 10, 'failed')
  await made.settle(0, 3, 4)
  await made.settle(0, 4, 10)
  await made.settle(0, 5, 1, 'failed')
  const { shows, nextCursor } = await listShows(database.db, {
    runId: made.runId,
    of: { libraryId },
    limit: 10,
  })
  expect(shows.map((show) => show.title)).toEqual([
    'Show 0003',
    'Show 0005',
    'Show 0001',
    'Show 0002',
    'Show 0000',
    'Show 0004',
  ])
  expect(shows[0]).toMatchObject({ total: 10, settled: 4, counts: { created: 4 }, libraryId })
  expect(nextCursor).toBeNull()
})

test('pages of 2,000 shows, some of one title, hold each show once', async () => {
  const made = await makeRun(database.db, { shows: 2000 })
  const { libraryId, runLibraryId } = made.parts[0]!
  await database.db.execute(
    sql`update run_show set title = 'Same' where run_library_id = ${runLibraryId} and id % 3 = 0`,
  )
  await database.db.execute(
    sql`update run_show set created = total where run_library_id = ${runLibraryId} and id % 5 = 0`,
  )
  const met: number[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listShows>> = await listShows(database.db, {
      runId: made.runId,
      of: { libraryId },
      cursor,
      limit: 150,
    })
    met.push(...page.shows.map((show) => show.showId))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(met).toHaveLength(2000)
  expect(new Set(met)).toEqual(new Set(made.parts[0]!.showIds))
})

test('a library of another run has no shows here', async () => {
  const [made, other] = [await makeRun(database.db), await makeRun(database.db)]
  const { libraryId } = other.parts[0]!
  expect(await listShows(database.db, { runId: made.runId, of: { libraryId }, limit: 10 })).toEqual({
    shows: [],
    nextCursor: null,
  })
})

test('the shows of a library that was removed are found by its part in the run', async () => {
  const made = await makeRun(database.db, { shows: 3 })
  const { libraryId, runLibraryId } = made.parts[0]!
  const idsOf = async (of: ShowsOf) =>
    (await listShows(database.db, { runId: made.runId, of, limit: 10 })).shows.map((show) => show.showId)
  const before = await idsOf({ libraryId })
  await database.db.execute(sql`delete from library where id = ${libraryId}`)
  expect(await idsOf({ libraryId })).toEqual([])
  expect(await idsOf({ runLibraryId })).toEqual(before)
  const other = await makeRun(database.db)
  const elsewhere = { runId: other.runId, of: { runLibraryId }, limit: 10 }
  expect((await listShows(database.db, elsewhere)).shows).toEqual([])
})
