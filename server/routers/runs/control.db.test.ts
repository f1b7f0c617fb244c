import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeEntries } from '../../../db/queries/run-views/testing/make-entries.ts'
import { makeRun } from '../../../db/queries/run-views/testing/make-run.ts'
import { createTestDatabase, type TestDatabase } from '../../../db/testing/test-database.ts'
import { makePerson } from '../../live/testing/people.ts'
import { createTestContext } from '../../testing/test-context.ts'
import { createCaller, type Person } from '../../trpc.ts'
import { runsRouter } from '../runs.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let member: Person
let viewer: Person

beforeAll(async () => {
  database = await createTestDatabase()
  member = await makePerson(database.db, 'member')
  viewer = await makePerson(database.db, 'viewer', 'viewer')
})
afterAll(() => database.drop())

function as(person: Person) {
  return createCaller(runsRouter)(createTestContext({ db: database.db, log, person }))
}

async function lastEvent(runId: number) {
  const { events } = await as(viewer).events({ runId, limit: 1 })
  return events[0]
}

test('a member pauses, resumes and cancels, and the run says who did', async () => {
  const { runId } = await makeRun(database.db)
  expect(await as(member).pause({ runId })).toEqual({ state: 'paused' })
  expect(await lastEvent(runId)).toMatchObject({ type: 'run.paused', message: 'Paused by Person member' })
  expect(await as(member).resume({ runId })).toEqual({ state: 'running' })
  expect(await as(member).cancel({ runId })).toEqual({ state: 'cancelled' })
  expect(await lastEvent(runId)).toMatchObject({ type: 'run.cancelled' })
})

test('a move that the state does not allow is a conflict that says so, and nothing is written', async () => {
  const { runId } = await makeRun(database.db)
  const before = await lastEvent(runId)
  await expect(as(member).resume({ runId })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: `Run #${runId} is running: there is nothing to resume.`,
  })
  await expect(as(member).forceStop({ runId })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await lastEvent(runId)).toEqual(before)
})

test('a run with a lane at work is pausing first, and forced only after a while', async () => {
  const { runId, parts } = await makeRun(database.db)
  await database.db.execute(sql`
    update run_lane set worker_id = 7 where run_library_id = ${parts[0]!.runLibraryId} and lane = 0`)
  expect(await as(member).pause({ runId })).toEqual({ state: 'pausing' })
  const { stateAt, forceAt } = await as(viewer).get({ runId })
  expect(Date.parse(forceAt!) - Date.parse(stateAt)).toBe(30_000)
  await expect(as(member).forceStop({ runId })).rejects.toThrow('to stop by itself')
  await expect(as(member).retry({ runId, filter: {} })).rejects.toMatchObject({ code: 'CONFLICT' })
  await database.db.execute(
    sql`update run_cursor set state_at = now() - interval '31 s' where run_id = ${runId}`,
  )
  expect(await as(member).forceStop({ runId })).toEqual({ state: 'paused' })
})

test('what the preview counts is what the retry takes, and it says why not the rest', async () => {
  const { made, ids } = await makeEntries(database.db, [
    'failed',
    'failed',
    'staged',
    'created',
    'unchanged',
    { status: 'skipped', code: 'sample' },
    { status: 'skipped', code: 'already_imported' },
    { status: 'skipped', code: 'ext_executable' },
  ])
  const { runId } = made
  const preview = await as(viewer).preview({ runId, filter: {}, action: 'retry' })
  expect(preview).toEqual({
    eligible: 2,
    ineligible: [
      { reason: 'already in the library', count: 3 },
      { reason: expect.any(String), count: 1 },
      { reason: expect.any(String), count: 1 },
      { reason: expect.any(String), count: 1 },
    ],
  })
  expect(preview.ineligible.map((one) => one.reason)).toEqual(
    expect.arrayContaining(['not settled yet', 'skipped by a rule', 'nothing that can be ingested']),
  )
  const forced = await as(viewer).preview({ runId, entryIds: ids.slice(1), action: 'force' })
  expect(forced.eligible).toBe(4)
  expect(forced.ineligible).toContainEqual({ reason: 'written by this run already', count: 1 })
  const retry = { runId, filter: {}, expectedCount: preview.eligible }
  expect(await as(member).retry(retry)).toEqual({ attempt: 2, entries: 2 })
  expect((await as(viewer).get({ runId })).attempts).toMatchObject([
    { attempt: 2, startedByName: 'Person member', entries: 2, settled: 0, state: 'running' },
  ])
  expect(await as(member).retry({ runId, entryIds: ids, force: true })).toEqual({ attempt: 3, entries: 3 })
})

test('of an ended run also what was never settled is taken, and of a removed library nothing is', async () => {
  const { made } = await makeEntries(database.db, ['failed', 'staged', 'staged', 'created'])
  const { runId } = made
  await made.finish()
  expect(await as(viewer).preview({ runId, filter: {}, action: 'retry' })).toEqual({
    eligible: 3,
    ineligible: [{ reason: 'already in the library', count: 1 }],
  })
  await database.db.execute(sql`delete from library where id = ${made.parts[0]!.libraryId}`)
  expect(await as(viewer).preview({ runId, filter: {}, action: 'retry' })).toEqual({
    eligible: 0,
    ineligible: [{ reason: 'its library has been removed', count: 4 }],
  })
  await expect(as(member).retry({ runId, filter: {} })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('the remaining of a cancelled run are those it never settled', async () => {
  const { made } = await makeEntries(database.db, ['failed', 'staged', 'staged'])
  const { runId } = made
  await as(member).cancel({ runId })
  expect((await as(viewer).get({ runId })).remaining).toBe(2)
  expect(await as(member).retry({ runId, remaining: true })).toEqual({ attempt: 2, entries: 2 })
  expect(await as(viewer).get({ runId })).toMatchObject({
    state: 'running',
    locked: true,
    remaining: 2,
    attempts: [{ attempt: 2, isRemaining: true }],
    counts: { failed: 1 },
  })
})

test('a retry must say of what, and is refused when the view has moved', async () => {
  const { made } = await makeEntries(database.db, ['failed', 'failed'])
  const { runId } = made
  await expect(as(member).retry({ runId })).rejects.toThrow('Say which items')
  await expect(as(member).retry({ runId, entryIds: [] })).rejects.toThrow('Choose at least one item.')
  await expect(as(member).retry({ runId, filter: {}, expectedCount: 1 })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: '2 items match now, not 1. Look again and confirm.',
  })
})

test('retries that ask for the same library at once: one has it, the others wait for it', async () => {
  const runs = await Promise.all(Array.from({ length: 4 }, () => makeEntries(database.db, ['failed'])))
  const { libraryId } = runs[0]!.made.parts[0]!
  for (const { made } of runs) {
    await made.finish()
    await database.db.execute(
      sql`update run_library set library_id = ${libraryId} where run_id = ${made.runId}`,
    )
  }
  await Promise.all(runs.map(({ made }) => as(member).retry({ runId: made.runId, filter: {} })))
  const parts = await database.db.execute<{ state: string }>(sql`
    select state from run_library where library_id = ${libraryId} order by state`)
  expect(parts.map((part) => part.state)).toEqual(['ingesting', 'waiting', 'waiting', 'waiting'])
})

test('nobody acts on a run that they may not see, and it looks like one that does not exist', async () => {
  const owner = await makePerson(database.db, 'owner')
  const { made } = await makeEntries(database.db, ['failed'], { ownerId: owner.id })
  const acts = (runId: number) => [
    () => as(member).pause({ runId }),
    () => as(member).resume({ runId }),
    () => as(member).cancel({ runId }),
    () => as(member).forceStop({ runId }),
    () => as(member).retry({ runId, filter: {} }),
    () => as(member).preview({ runId, filter: {}, action: 'retry' }),
  ]
  const messageOf = async (act: () => Promise<unknown>) => act().catch((error: unknown) => String(error))
  for (const [n, act] of acts(made.runId).entries()) {
    const missing = await messageOf(acts(987_654)[n]!)
    expect(missing).toContain('There is no run #987654')
    expect(await messageOf(act)).toBe(String(missing).replace('987654', String(made.runId)))
  }
  expect(await as(owner).get({ runId: made.runId })).toMatchObject({ state: 'running', attempt: 1 })
})
