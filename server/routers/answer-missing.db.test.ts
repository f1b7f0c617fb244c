import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRun } from '../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import { makePerson } from '../live/testing/people.ts'
import { createTestContext } from '../testing/test-context.ts'
import { createCaller, type Person } from '../trpc.ts'
import { librariesRouter } from './libraries.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let member: Person
beforeAll(async () => {
  database = await createTestDatabase()
  member = await makePerson(database.db, 'member')
})
afterAll(() => database.drop())

const call = () => createCaller(librariesRouter)(createTestContext({ db: database.db, log, person: member }))

/** A library of which four items were known, and whose last listing saw one of them and asked about the rest. */
async function asked() {
  const before = await makeRun(database.db)
  const { runId, parts } = await makeRun(database.db)
  const { libraryId, runLibraryId } = parts[0]!
  const keys = ['a.mkv', 'b.mkv', 'c.mkv', 'd.mkv']
  for (const key of keys)
    await database.db.execute(sql`
      insert into library_entry (library_id, key, fingerprint, reader, status, first_run, last_run)
      values (${libraryId}, ${key}, '1', 1, 'created', ${before.runId}, ${before.runId})`)
  await database.db.execute(sql`
    insert into run_entry (run_id, run_library_id, lane, kind, key, fingerprint, label)
    values (${runId}, ${runLibraryId}, 0, 'movie', 'a.mkv', '1', 'A')`)
  const question = { runId, runLibraryId, missing: 3, known: 4, why: 'share', sample: keys.slice(1) }
  await database.db.execute(
    sql`update library set needs_answer = ${JSON.stringify(question)}::jsonb where id = ${libraryId}`,
  )
  return { libraryId, runId, runLibraryId }
}

async function listed(id: number) {
  const { libraries } = await call().list()
  return libraries.find((library) => library.libraryId === id)
}

test('what is asked is in the list with a sample, until somebody marks what is gone', async () => {
  const { libraryId, runId } = await asked()
  const question = { runId, missing: 3, known: 4, why: 'share', sample: ['b.mkv', 'c.mkv', 'd.mkv'] }
  expect(await listed(libraryId)).toMatchObject({ needsAnswer: question, items: 4 })
  expect((await listed(libraryId))?.needsAnswer).not.toHaveProperty('runLibraryId')
  expect(await call().answer({ libraryId, runId, answer: 'mark' })).toEqual({ marked: 3 })
  expect(await listed(libraryId)).toMatchObject({ needsAnswer: null, items: 1 })
})

test('left as it is, nothing is marked and nothing is asked any more', async () => {
  const { libraryId } = await asked()
  expect(await call().answer({ libraryId, answer: 'keep' })).toEqual({ marked: 0 })
  expect(await listed(libraryId)).toMatchObject({ needsAnswer: null, items: 4 })
  await expect(call().answer({ libraryId, answer: 'mark' })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('an answer to an older question is no answer to this one', async () => {
  const { libraryId, runId } = await asked()
  await expect(call().answer({ libraryId, runId: runId - 1, answer: 'mark' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(await listed(libraryId)).toMatchObject({ needsAnswer: { runId }, items: 4 })
})

test('when the run that asked has been cleared, nothing that it saw is marked by mistake', async () => {
  const { libraryId, runId } = await asked()
  await database.db.execute(sql`delete from run where id = ${runId}`)
  await expect(call().answer({ libraryId, answer: 'mark' })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await listed(libraryId)).toMatchObject({ items: 4 })
})

test('the failures of a library are those of the newest run that went through it for real', async () => {
  const { runId, parts, settle, finish } = await makeRun(database.db)
  const { libraryId } = parts[0]!
  await settle(0, 0, 3, 'failed')
  expect((await listed(libraryId))?.failures).toBeNull()
  await settle(0, 0, 7)
  await finish()
  expect((await listed(libraryId))?.failures).toEqual({ runId, count: 3 })
  await database.db.execute(sql`update run set dry_run = true where id = ${runId}`)
  expect((await listed(libraryId))?.failures).toBeNull()
})
