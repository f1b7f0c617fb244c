import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLibraries, makeRun, type MadeRun } from '../../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../../db/testing/test-database.ts'
import { makePerson } from '../../live/testing/people.ts'
import { createTestContext } from '../../testing/test-context.ts'
import { createCaller, type Person } from '../../trpc.ts'
import { runsRouter } from '../runs.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let owner: Person
let member: Person
let viewer: Person
let secret: MadeRun

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await makePerson(database.db, 'owner')
  member = await makePerson(database.db, 'member')
  viewer = await makePerson(database.db, 'viewer', 'viewer')
  secret = await makeRun(database.db, { ownerId: owner.id })
})
afterAll(() => database.drop())

function as(person: Person) {
  return createCaller(runsRouter)(createTestContext({ db: database.db, log, person }))
}

test('a run that was started can be read at every level', async () => {
  const libraryIds = await makeLibraries(database.db, 2)
  const { runId } = await as(member).start({ libraryIds, mode: 'full', dryRun: false, kinds: ['movie'] })
  expect(await as(viewer).get({ runId })).toMatchObject({
    id: runId,
    mode: 'full',
    state: 'queued',
    outcome: null,
    locked: false,
    total: null,
    settled: 0,
    percent: null,
    librariesTotal: 2,
    libraries: libraryIds.map((libraryId) => ({ libraryId, locked: false, settled: 0, showsTotal: 0 })),
    attempts: [],
  })
  const [libraryId] = libraryIds
  expect(await as(viewer).shows({ runId, libraryId: libraryId! })).toEqual({ shows: [], nextCursor: null })
  expect(await as(viewer).entries({ runId, filter: { status: 'failed' } })).toEqual({
    entries: [],
    nextCursor: null,
    count: 0,
  })
  const { events } = await as(viewer).events({ runId, afterSeq: 0 })
  expect(events[0]).toMatchObject({ runId, seq: 1, type: 'run.started' })
  expect((await as(viewer).list()).runs[0]).toMatchObject({ id: runId })
  expect((await as(viewer).status()).libraries.length).toBeGreaterThanOrEqual(2)
})

test('a start passes on everything that was asked for', async () => {
  const libraryIds = await makeLibraries(database.db, 1)
  const options = { verbose: true, force: true }
  const asked = {
    libraryIds,
    mode: 'incremental' as const,
    dryRun: true,
    kinds: ['episode' as const],
    options,
  }
  const { runId } = await as(member).start(asked)
  const [row] = await database.db.execute(sql`select mode, dry_run, options from run where id = ${runId}`)
  expect(row).toEqual({ mode: 'incremental', dry_run: true, options: { ...options, kinds: ['episode'] } })
})

test('only a dry run that has finished can be carried out as it was planned', async () => {
  const made = await makeRun(database.db)
  const { libraryId } = made.parts[0]!
  const start = (planOf: number) =>
    as(member).start({ libraryIds: [libraryId], mode: 'full', options: { planOf } })
  await database.db.execute(sql`update run set dry_run = true where id = ${made.runId}`)
  await expect(start(made.runId)).rejects.toThrow('is not a dry run that has finished')
  await expect(start(secret.runId)).rejects.toThrow('There is no run')
  await made.finish()
  const { runId } = await start(made.runId)
  const [row] = await database.db.execute(sql`select options from run where id = ${runId}`)
  expect(row).toEqual({ options: { planOf: made.runId } })
})

test('a double click is one run', async () => {
  const libraryIds = await makeLibraries(database.db, 1)
  const click = () => as(member).start({ libraryIds, mode: 'full', idempotencyKey: 'click-1' })
  const [first, second] = await Promise.all([click(), click()])
  expect(second).toEqual(first)
})

test('a run that cannot be started is refused with the sentence that helps, and nothing is written', async () => {
  const [libraryId] = await makeLibraries(database.db, 1)
  const before = await database.db.execute(sql`select id from run`)
  const start = (libraryIds: number[]) => as(member).start({ libraryIds, mode: 'full' })
  await expect(start([])).rejects.toThrow('Choose at least one library.')
  await expect(start([987_654])).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('987654'),
  })
  await database.db.execute(sql`update library set sync_enabled = false where id = ${libraryId}`)
  await expect(start([libraryId!])).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('Enable it'),
  })
  expect(await database.db.execute(sql`select id from run`)).toHaveLength(before.length)
})

test('the shows of which library must be said, in one way', async () => {
  const made = await makeRun(database.db, { shows: 2 })
  const { runId } = made
  const { libraryId, runLibraryId } = made.parts[0]!
  expect((await as(viewer).shows({ runId, runLibraryId })).shows).toHaveLength(2)
  await expect(as(viewer).shows({ runId })).rejects.toThrow('Say the library')
  await expect(as(viewer).shows({ runId, libraryId, runLibraryId })).rejects.toThrow('Say the library')
})

test('a viewer does not start runs', async () => {
  await expect(as(viewer).start({ libraryIds: [1], mode: 'full' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('no read tells somebody else’s private run from one that does not exist', async () => {
  const libraryId = secret.parts[0]!.libraryId
  const reads = (person: Person, runId: number) => [
    () => as(person).get({ runId }),
    () => as(person).shows({ runId, libraryId }),
    () => as(person).shows({ runId, runLibraryId: secret.parts[0]!.runLibraryId }),
    () => as(person).entries({ runId }),
    () => as(person).facets({ runId }),
    () => as(person).events({ runId }),
  ]
  const answer = async (read: () => Promise<unknown>) => read().catch((error: unknown) => String(error))
  for (const [n, read] of reads(member, secret.runId).entries()) {
    const missing = await answer(reads(member, 987_654)[n]!)
    expect(missing).toContain('There is no run #987654')
    expect(await answer(read)).toBe(String(missing).replace('987654', String(secret.runId)))
  }
  for (const read of reads(owner, secret.runId)) await expect(read()).resolves.toBeDefined()
  const lists = [as(member).list({ limit: 200 }), as(viewer).list({ limit: 200 })]
  for (const { runs } of await Promise.all(lists))
    expect(runs.map((run) => run.id)).not.toContain(secret.runId)
})
