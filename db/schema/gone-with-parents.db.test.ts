import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRun } from '../queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { mediaFile } from './catalogue.ts'
import { libraryEntry } from './library-entry.ts'
import { runEntry } from './run-entry.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('entries go with their run, and nothing else does', async () => {
  const { db } = database
  const gone = await makeFilledRun()
  const kept = await makeFilledRun()
  await db.execute(sql`delete from run where id = ${gone.runId}`)
  expect(await db.select({ runId: runEntry.runId }).from(runEntry)).toEqual([{ runId: kept.runId }])
  expect(await db.select().from(libraryEntry)).toHaveLength(2)
})

test('what is known of a library goes with it; its files stay and name no library', async () => {
  const { db } = database
  const gone = await makeFilledRun()
  await db.execute(sql`delete from library where id = ${gone.libraryId}`)
  const known = await db.select({ libraryId: libraryEntry.libraryId }).from(libraryEntry)
  expect(known.map((row) => row.libraryId)).not.toContain(gone.libraryId)
  const files = await db
    .select()
    .from(mediaFile)
    .where(sql`path_key = ${gone.key}`)
  expect(files).toMatchObject([{ libraryId: null }])
  expect(
    await db
      .select()
      .from(runEntry)
      .where(sql`run_id = ${gone.runId}`),
  ).toHaveLength(1)
})

async function makeFilledRun() {
  const { db } = database
  const made = await makeRun(db)
  const { runId } = made
  const part = made.parts[0]
  if (!part) throw new Error('a run without parts')
  const key = `film ${runId}`
  await db
    .insert(runEntry)
    .values({
      runId,
      runLibraryId: part.runLibraryId,
      lane: 0,
      kind: 'movie',
      key,
      fingerprint: '1',
      label: key,
    })
  const known = {
    key,
    fingerprint: '1',
    reader: 1,
    status: 'created',
    firstRun: runId,
    lastRun: runId,
  } as const
  await db.insert(libraryEntry).values({ libraryId: part.libraryId, ...known })
  await db.insert(mediaFile).values({ pathKey: key, path: key, libraryId: part.libraryId })
  return { runId, libraryId: part.libraryId, key }
}
