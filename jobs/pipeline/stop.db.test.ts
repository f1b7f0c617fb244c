import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { cancelRun, forceStop, pauseRun, resumeRun } from '../../db/queries/control-run.ts'
import { checkLedger } from './testing/check-ledger.ts'
import { type Given, movieEntry, plainReading } from './testing/given-source.ts'
import { makeTestEngine, type TestEngine } from './testing/test-engine.ts'

const ana = { id: 'ana', name: 'Ana' }
const FILMS = Array.from({ length: 3000 }, (_, i) => movieEntry(`Film ${i}`))
const LIBRARY = [{ title: 'Films', mediaKind: 'movie' as const }]

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.close()
  engine = null
})

/** A source whose reading stops at a gate after some films, until it is opened. */
function gated(after: number): { given: Given; open: () => void } {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  let read = 0
  const given: Given = {
    listings: { Films: () => [FILMS] },
    read: async (entry) => {
      if (read++ >= after) await gate
      return plainReading(entry)
    },
  }
  return { given, open }
}

async function startGated(after: number) {
  const { given, open } = gated(after)
  engine = await makeTestEngine(given, LIBRARY)
  const on = engine
  const worker = await on.startWorker()
  const { runId } = await on.openRun()
  await vi.waitFor(async () => expect(await settled(on, runId)).toBeGreaterThanOrEqual(1), 10_000)
  return { on, open, runId, worker }
}

async function settled(on: TestEngine, runId: number): Promise<number> {
  const [row] = await on.db.execute<{ n: number }>(sql`
    select created + failed as n from run_cursor where run_id = ${runId}`)
  return row?.n ?? 0
}

function reaches(on: TestEngine, runId: number, state: string) {
  return vi.waitFor(async () => expect((await on.stateOf(runId)).state).toBe(state), 10_000)
}

test('a pause ends after the batches in flight, keeps the total, and a resume settles the rest', async () => {
  const { on, open, runId } = await startGated(10)
  expect(await on.db.transaction((tx) => pauseRun(tx, runId, ana))).toBe('pausing')
  open()
  await reaches(on, runId, 'paused')
  expect(await checkLedger(on.db, runId)).toEqual([])
  expect(await settled(on, runId)).toBeLessThan(3000)
  await on.db.transaction((tx) => resumeRun(tx, runId, ana))
  await reaches(on, runId, 'finished')
  expect(await settled(on, runId)).toBe(3000)
})

test('a pause survives a restart of the worker', async () => {
  const { on, open, runId } = await startGated(10)
  await on.db.transaction((tx) => pauseRun(tx, runId, ana))
  open()
  await reaches(on, runId, 'paused')
  await on.startWorker()
  const before = await settled(on, runId)
  await on.db.transaction((tx) => resumeRun(tx, runId, ana))
  await reaches(on, runId, 'finished')
  expect(await settled(on, runId)).toBeGreaterThan(before)
})

test('a cancel keeps what was committed, leaves the rest unsettled and hands the library on', async () => {
  const { on, open, runId } = await startGated(10)
  const next = await on.openRun()
  await on.db.transaction((tx) => cancelRun(tx, runId, ana))
  open()
  await reaches(on, runId, 'cancelled')
  expect(await checkLedger(on.db, runId)).toEqual([])
  await reaches(on, next.runId, 'finished')
  const done = await settled(on, runId)
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(3000)
  // A cancelled run stays cancelled, whatever is asked of it.
  await expect(on.db.transaction((tx) => pauseRun(tx, runId, ana))).rejects.toThrow(
    `Run #${runId} is cancelled`,
  )
  await expect(on.db.transaction((tx) => cancelRun(tx, runId, ana))).rejects.toThrow('nothing to cancel')
})

test('a run that nobody works on is paused and cancelled at once', async () => {
  engine = await makeTestEngine(gated(0).given, LIBRARY)
  const on = engine
  const { runId } = await on.openRun()
  expect(await on.db.transaction((tx) => pauseRun(tx, runId, ana))).toBe('paused')
  expect(await on.db.transaction((tx) => cancelRun(tx, runId, ana))).toBe('cancelled')
})

test('a force stop is refused at first, then fences a lane that does not stop', async () => {
  const { on, open, runId, worker } = await startGated(10)
  await on.db.transaction((tx) => cancelRun(tx, runId, ana))
  await expect(on.db.transaction((tx) => forceStop(tx, runId, ana))).rejects.toThrow('to stop by itself')
  await on.db.execute(sql`update run_cursor set state_at = now() - interval '31 s' where run_id = ${runId}`)
  expect(await on.db.transaction((tx) => forceStop(tx, runId, ana))).toBe('cancelled')
  const before = await settled(on, runId)
  open()
  await worker.stop()
  expect(await settled(on, runId)).toBe(before)
  expect(await checkLedger(on.db, runId)).toEqual([])
})
