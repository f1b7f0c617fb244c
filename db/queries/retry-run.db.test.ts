import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { abandonStalled } from './abandon-library.ts'
import { cancelRun, pauseRun, resumeRun } from './control-run.ts'
import { stageNextPage, STAGED_AT_ONCE } from './fill-attempt.ts'
import { openRun } from './open-run.ts'
import { type RetryRequest, retryRun } from './retry-run.ts'
import { findRun } from './run-views/find-run.ts'
import { makeEntries } from './run-views/testing/make-entries.ts'
import { makeLibraries, makeRun, STARTER } from './run-views/testing/make-run.ts'
import { sweep } from './sweep.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const inTransaction: TestDatabase['db']['transaction'] = (work) => database.db.transaction(work)

function retry(runId: number, request: Partial<RetryRequest> = {}) {
  return inTransaction((tx) => retryRun(tx, runId, STARTER, { filter: {}, force: false, ...request }))
}

/** A run in which this many items failed. */
async function makeFailures(size: number) {
  const made = await makeRun(database.db, { episodes: size })
  const { runLibraryId, showIds } = made.parts[0]!
  await database.db.execute(sql`
    insert into run_entry (run_id, run_library_id, show_id, lane, status, kind, key, fingerprint, label)
    select ${made.runId}::integer, ${runLibraryId}::integer, ${showIds[0]}::integer, 0, 'failed', 'movie', n::text, '', 'Film'
    from generate_series(1, ${size}::integer) n`)
  await made.settle(0, 0, size, 'failed')
  return made
}

test('a pause while a large attempt is filled does not lose the rest of it', async () => {
  const size = STAGED_AT_ONCE + 10
  const made = await makeFailures(size)
  const { runId } = made
  await retry(runId)
  await database.db.execute(sql`
    update run_lane set worker_id = 7 where run_library_id = ${made.parts[0]!.runLibraryId} and lane = 0`)
  expect(await inTransaction((tx) => pauseRun(tx, runId, STARTER))).toBe('pausing')
  expect(await inTransaction((tx) => stageNextPage(tx, runId, 2))).toBe(true)
  expect(await inTransaction((tx) => stageNextPage(tx, runId, 2))).toBe(false)
  const run = await findRun(database.db, runId)
  expect(run?.attempts).toMatchObject([{ entries: size, state: 'running' }])
  expect(run?.counts).toMatchObject({ failed: 0, retrying: size })
})

test('a large attempt whose job was lost is taken up again by the sweep', async () => {
  const size = STAGED_AT_ONCE + 1
  const made = await makeFailures(size)
  await retry(made.runId)
  await database.db.execute(sql`delete from graphile_worker._private_jobs`)
  await sweep(database.db)
  const jobs = await database.db.execute(sql`
    select key from graphile_worker.jobs where key = ${`stage:${made.runId}:2`}`)
  expect(jobs).toHaveLength(1)
})

test('libraries that were done stay done when a retry takes up one that was cancelled', async () => {
  const made = await makeRun(database.db, { libraries: 3, episodes: 1 })
  const { runId, parts } = made
  await database.db.execute(sql`
    update run_library set state = 'finished', holds = false where id = ${parts[0]!.runLibraryId}`)
  await database.db.execute(sql`update run_cursor set libraries_done = 1 where run_id = ${runId}`)
  await database.db.execute(sql`
    insert into run_entry (run_id, run_library_id, lane, kind, key, fingerprint, label)
    values (${runId}, ${parts[1]!.runLibraryId}, 0, 'movie', 'k', '', 'Left')`)
  await inTransaction((tx) => cancelRun(tx, runId, STARTER))
  await retry(runId, { filter: { status: ['staged'] } })
  expect(await findRun(database.db, runId)).toMatchObject({ librariesDone: 1, state: 'running' })
})

test('a run that was cancelled before its totals were locked has them locked by a retry', async () => {
  const { made } = await makeEntries(database.db, ['failed', 'created'])
  const { runId } = made
  await database.db.execute(
    sql`update run_library set locked = false, complete = false where run_id = ${runId}`,
  )
  await database.db.execute(sql`update run_cursor set locked_at = null, unlocked = 1 where run_id = ${runId}`)
  await inTransaction((tx) => cancelRun(tx, runId, STARTER))
  await retry(runId)
  const run = await findRun(database.db, runId)
  expect(run).toMatchObject({ locked: true, total: 2, percent: 100 })
  expect(run?.libraries[0]).toMatchObject({ locked: true, code: 'listing_incomplete' })
})

test('a run that lists again has no percent until it has listed', async () => {
  const { made } = await makeEntries(database.db, ['created'])
  const { runId } = made
  await database.db.execute(sql`update run_library set complete = false where run_id = ${runId}`)
  await made.finish()
  await retry(runId, { filter: { status: ['staged'] }, remaining: true })
  expect(await findRun(database.db, runId)).toMatchObject({ locked: false, percent: null, state: 'running' })
})

test('running the remaining of a run that has none left is refused and opens no attempt', async () => {
  const { made } = await makeEntries(database.db, ['created'])
  await made.finish()
  const remaining = { filter: { status: ['staged' as const] }, remaining: true }
  await expect(retry(made.runId, remaining)).rejects.toThrow('is left to run')
  expect(await findRun(database.db, made.runId)).toMatchObject({
    attempt: 1,
    attempts: [],
    state: 'finished',
  })
})

test('a library that is given up on ends its attempt too', async () => {
  const { made } = await makeEntries(database.db, ['failed', 'created'])
  await retry(made.runId)
  await database.db.execute(sql`update run_library set stalls = 5 where run_id = ${made.runId}`)
  expect(await abandonStalled(database.db)).toBe(1)
  const run = await findRun(database.db, made.runId)
  expect(run).toMatchObject({ state: 'finished', outcome: 'partial', counts: { failed: 1, retrying: 0 } })
  expect(run?.attempts).toMatchObject([{ entries: 1, settled: 1, fixed: 0, state: 'finished' }])
})

test('a paused run that stalled before waits for its resume to be given up on', async () => {
  const { made } = await makeEntries(database.db, ['staged'])
  await inTransaction((tx) => pauseRun(tx, made.runId, STARTER))
  await database.db.execute(sql`update run_library set stalls = 5 where run_id = ${made.runId}`)
  expect(await abandonStalled(database.db)).toBe(0)
  await inTransaction((tx) => resumeRun(tx, made.runId, STARTER))
  expect(await abandonStalled(database.db)).toBe(1)
})

test('a run that was paused before it had begun knows when it began', async () => {
  const libraryIds = await makeLibraries(database.db, 1)
  const { runId } = await inTransaction((tx) => openRun(tx, { person: STARTER, libraryIds, mode: 'full' }))
  await inTransaction((tx) => pauseRun(tx, runId, STARTER))
  await inTransaction((tx) => resumeRun(tx, runId, STARTER))
  expect((await findRun(database.db, runId))?.startedAt).not.toBeNull()
})

test('a run that began to wait in the moment its library was released gets it by the sweep', async () => {
  const holder = await makeRun(database.db)
  const { libraryId } = holder.parts[0]!
  let isWaiting = () => {}
  const waiting = new Promise<void>((resolve) => (isWaiting = resolve))
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  const opening = inTransaction(async (tx) => {
    const opened = await openRun(tx, { person: STARTER, libraryIds: [libraryId], mode: 'full' })
    isWaiting()
    await released
    return opened
  })
  await waiting
  await inTransaction((tx) => cancelRun(tx, holder.runId, STARTER))
  release()
  const { runId } = await opening
  expect((await findRun(database.db, runId))?.libraries[0]?.state).toBe('waiting')
  await sweep(database.db)
  const part = (await findRun(database.db, runId))?.libraries[0]
  expect(part?.state).toBe('listing')
  const jobs = await database.db.execute(sql`
    select key from graphile_worker.jobs where key = ${`prescan:${part!.runLibraryId}`}`)
  expect(jobs).toHaveLength(1)
})
