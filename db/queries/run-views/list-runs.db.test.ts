import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { listRuns, type RunFilter } from './list-runs.ts'
import { readSyncStatus } from './run-status.ts'
import { makeRun, type MadeRun } from './testing/make-run.ts'

let database: TestDatabase
let team: MadeRun[]
let own: MadeRun
const ann = { id: 'ann' }
const bob = { id: 'bob' }

beforeAll(async () => {
  database = await createTestDatabase()
  team = [await makeRun(database.db), await makeRun(database.db), await makeRun(database.db)]
  await team[1]!.finish()
  own = await makeRun(database.db, { ownerId: ann.id })
})
afterAll(() => database.drop())

async function idsOf(viewer: { id: string }, filter: RunFilter = {}): Promise<number[]> {
  const { runs } = await listRuns(database.db, { viewer, filter, limit: 50 })
  return runs.map((run) => run.id)
}

test('the newest run is first, a private one is its owner’s until it is shared', async () => {
  const newestFirst = team.map((run) => run.runId).toReversed()
  expect(await idsOf(bob)).toEqual(newestFirst)
  expect(await idsOf(ann)).toEqual([own.runId, ...newestFirst])
  await database.db.execute(sql`update run set shared = true where id = ${own.runId}`)
  expect(await idsOf(bob)).toEqual([own.runId, ...newestFirst])
  await database.db.execute(sql`update run set shared = false where id = ${own.runId}`)
})

test('pages go on where the page before ended', async () => {
  const first = await listRuns(database.db, { viewer: bob, limit: 2 })
  const second = await listRuns(database.db, { viewer: bob, limit: 2, cursor: first.nextCursor })
  expect([...first.runs, ...second.runs].map((run) => run.id)).toEqual(await idsOf(bob))
  expect(second.nextCursor).toBeNull()
})

test('the list is narrowed by state, library and words', async () => {
  expect(await idsOf(bob, { state: ['finished'] })).toEqual([team[1]!.runId])
  expect(await idsOf(bob, { outcome: ['succeeded'], state: ['running'] })).toEqual([])
  expect(await idsOf(bob, { libraryId: [team[2]!.parts[0]!.libraryId] })).toEqual([team[2]!.runId])
  expect(await idsOf(bob, { q: 'full INGEST' })).toHaveLength(3)
  expect(await idsOf(bob, { q: '%' })).toEqual([])
})

test('a source’s last run is the last that the viewer may see', async () => {
  const lastOf = async (viewer: { id: string }) =>
    (await readSyncStatus(database.db, viewer)).sources.map((source) => source.lastRun?.runId ?? null)
  expect(await lastOf(ann)).toEqual([...team.map((run) => run.runId), own.runId])
  expect(await lastOf(bob)).toEqual([...team.map((run) => run.runId), null])
})
