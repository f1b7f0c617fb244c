import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { listEvents } from './run-events.ts'
import { makeRun, type MadeRun } from './testing/make-run.ts'

let database: TestDatabase
let made: MadeRun
beforeAll(async () => {
  database = await createTestDatabase()
  made = await makeRun(database.db)
  for (let n = 1; n <= 8; n++) await made.note(`note ${n}`)
  await made.settle(0, 0, 2)
})
afterAll(() => database.drop())

async function seqsOf(page: Omit<Parameters<typeof listEvents>[1], 'runId'>): Promise<number[]> {
  return (await listEvents(database.db, { runId: made.runId, ...page })).map((event) => event.seq)
}

test('events are oldest first, read on from a number, back from one, or from the end', async () => {
  expect(await seqsOf({ afterSeq: 0, limit: 3 })).toEqual([1, 2, 3])
  expect(await seqsOf({ beforeSeq: 6, limit: 3 })).toEqual([3, 4, 5])
  expect(await seqsOf({ limit: 2 })).toEqual([10, 11])
  expect(await seqsOf({ afterSeq: 2, beforeSeq: 5, limit: 9 })).toEqual([3, 4])
  expect(await seqsOf({ afterSeq: 11, limit: 9 })).toEqual([])
})

test('events are narrowed before they are paged', async () => {
  const { libraryId } = made.parts[0]!
  expect(await seqsOf({ afterSeq: 0, filter: { libraryId: [libraryId] }, limit: 9 })).toEqual([11])
  expect(await seqsOf({ filter: { type: ['run.resumed'], q: 'NOTE' }, limit: 2 })).toEqual([9, 10])
})

test('an event says what the ledger was told, and when', async () => {
  const [event] = await listEvents(database.db, { runId: made.runId, limit: 1 })
  expect(event).toMatchObject({
    runId: made.runId,
    type: 'batch.committed',
    progress: { current: 2, total: null },
  })
  expect(event?.extra).toEqual({ runSettled: 2, shows: [made.parts[0]!.showIds[0]] })
  expect(Math.abs(Date.now() - Date.parse(event!.at))).toBeLessThan(60_000)
})
