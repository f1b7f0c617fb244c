import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import type { Tx } from '../../db/connect.ts'
import { stageNextPage } from '../../db/queries/fill-attempt.ts'
import { findPart, LISTING, LeaseLost, type RunPart, takeLane } from '../../db/queries/lane.ts'
import { lockLibrary, startListing } from '../../db/queries/lock-library.ts'
import { retryRun } from '../../db/queries/retry-run.ts'
import { settleBatch } from '../../db/queries/settle-batch.ts'
import { stageBatch } from '../../db/queries/stage-batch.ts'
import { readStaged } from '../../db/queries/staged-entries.ts'
import { sweep } from '../../db/queries/sweep.ts'
import { goLive } from '../liveness.ts'
import { checkLedger } from './testing/check-ledger.ts'
import { movieEntry } from './testing/given-source.ts'
import { makeTestEngine, type TestEngine } from './testing/test-engine.ts'

const ana = { id: 'ana', name: 'Ana' }
const FILMS = [movieEntry('Owl'), movieEntry('Fox')]
const LIBRARY = [{ title: 'Films', mediaKind: 'movie' as const }]

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.close()
  engine = null
})

/** A run whose one library is being listed by a worker of ours, with two films staged. */
async function listing() {
  const on = (engine = await makeTestEngine({ listings: {}, read: () => expect.unreachable() }, LIBRARY))
  const { runId } = await on.openRun()
  const [row] = await on.db.execute<{ id: number }>(sql`select id from run_library where run_id = ${runId}`)
  const found = await findPart(on.db, row?.id ?? 0)
  if (!found) throw new Error('no part')
  const alive = await goLive(on.url, 'test')
  const lane = { runLibraryId: found.runLibraryId, workerId: alive.workerId }
  const lease = await takeLane(on.db, { ...lane, lane: LISTING })
  if (!lease) throw new Error('no lease')
  await on.db.transaction((tx) => startListing(tx, lease, found))
  const part: RunPart = { ...found, state: 'running', lanes: 1 }
  await on.db.transaction((tx) => stageBatch(tx, lease, part, FILMS))
  const reading = await takeLane(on.db, { ...lane, lane: 0 })
  if (!reading) throw new Error('no lease')
  return { on, runId, part, lease, reading, alive }
}

/** Does the work in a transaction that gets as far as the library's row, and revokes all leases before it goes on. */
async function revokedMeanwhile(on: TestEngine, part: RunPart, work: (tx: Tx) => Promise<unknown>) {
  let outcome: Promise<unknown> = Promise.resolve()
  await on.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from run_library where id = ${part.runLibraryId} for update`)
    outcome = on.db.transaction(work).catch((error: unknown) => error)
    await vi.waitFor(async () => {
      const waiting = await on.db.execute(sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      expect(waiting).toHaveLength(1)
    }, 10_000)
    await tx.execute(sql`
      update run_lane set worker_id = null, epoch = epoch + 1 where run_library_id = ${part.runLibraryId}`)
  })
  return outcome
}

test('a batch that was under way when its lease was revoked is not written', async () => {
  const { on, runId, part, reading, alive } = await listing()
  const [entry] = await readStaged(on.db, reading, 1)
  if (!entry) throw new Error('nothing staged')
  const settlement = {
    entry,
    outcome: { status: 'created' as const, action: 'Created' },
    draft: null,
    tookMs: 1,
  }
  expect(
    await revokedMeanwhile(on, part, (tx) => settleBatch(tx, reading, part, 1, [settlement])),
  ).toBeInstanceOf(LeaseLost)
  expect(await checkLedger(on.db, runId)).toEqual([])
  expect(await on.db.execute(sql`select 1 from run_entry where status <> 'staged'`)).toHaveLength(0)
  await alive.close()
})

test('a listing whose lease was revoked neither adds to the total nor locks it', async () => {
  const { on, runId, part, lease, alive } = await listing()
  const more = [movieEntry('Elk')]
  expect(await revokedMeanwhile(on, part, (tx) => stageBatch(tx, lease, part, more))).toBeInstanceOf(
    LeaseLost,
  )
  const again = await takeLane(on.db, lease)
  if (!again) throw new Error('no lease')
  expect(await revokedMeanwhile(on, part, (tx) => lockLibrary(tx, again, part, null))).toBeInstanceOf(
    LeaseLost,
  )
  const cursor = await on.db.execute(sql`select found, unlocked from run_cursor where run_id = ${runId}`)
  expect(cursor).toEqual([{ found: 2, unlocked: 1 }])
  await alive.close()
})

test('a lane that a worker took after its burial is freed', async () => {
  const { on, part, reading, alive } = await listing()
  await on.db.execute(sql`delete from worker where id = ${alive.workerId}`)
  await sweep(on.db)
  const leased = await on.db.execute(sql`select 1 from run_lane where worker_id is not null`)
  expect(leased).toHaveLength(0)
  expect(await takeLane(on.db, reading)).toMatchObject({ runLibraryId: part.runLibraryId })
  await alive.close()
})

test('a worker is not buried while it is being born', async () => {
  const on = (engine = await makeTestEngine({ listings: {}, read: () => expect.unreachable() }, LIBRARY))
  let isOver = false
  const sweeping = (async () => {
    while (!isOver) await sweep(on.db)
  })()
  const born = await Promise.all(Array.from({ length: 12 }, () => goLive(on.url, 'test')))
  isOver = true
  await sweeping
  expect(await on.db.execute(sql`select id from worker`)).toHaveLength(born.length)
  for (const alive of born) await alive.close()
})

test('a library does not end while a large retry is still being filled', async () => {
  const films = Array.from({ length: 5_300 }, (_, i) => movieEntry(`Film ${i}`))
  const on = (engine = await makeTestEngine(
    {
      listings: { Films: () => [films] },
      read: (entry) => ({ key: entry.key, trouble: { code: 'file_missing', detail: 'It is gone.' } }),
    },
    LIBRARY,
  ))
  const first = await on.startWorker()
  const { runId } = await on.openRun()
  const reaches = (what: object) =>
    vi.waitFor(async () => {
      const [row] = await on.db.execute(
        sql`select state, open, failed from run_cursor where run_id = ${runId}`,
      )
      expect(row).toMatchObject(what)
    }, 40_000)
  await reaches({ state: 'finished', failed: 5_300 })
  await first.stop()
  await on.db.transaction((tx) => retryRun(tx, runId, ana, { filter: { status: ['failed'] }, force: false }))
  // Its task is kept from running, so that the lanes settle the first page before the second comes.
  await on.db.execute(sql`
    update graphile_worker._private_jobs set run_at = now() + interval '1 h' where key like 'stage:%'`)
  expect(await on.db.transaction((tx) => stageNextPage(tx, runId, 2))).toBe(true)
  await on.startWorker()
  await reaches({ state: 'running', open: 0, failed: 5_300 })
  expect(await on.db.transaction((tx) => stageNextPage(tx, runId, 2))).toBe(false)
  await reaches({ state: 'finished', open: 0, failed: 5_300 })
  expect(await checkLedger(on.db, runId)).toEqual([])
  const [attempt] = await on.db.execute(sql`select entries, settled, state from run_attempt`)
  expect(attempt).toEqual({ entries: 5_300, settled: 5_300, state: 'finished' })
  expect(await on.db.execute(sql`select 1 from run_library where holds or state <> 'finished'`)).toHaveLength(
    0,
  )
})
