import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { isAlive } from '../../db/embedded/process-alive.ts'
import { ownEnvironment } from '../env.ts'
import type { Supervised } from './supervise.ts'
import { supervise } from './supervise.ts'

let worker: Supervised
const warnings: { startsInMs: number }[] = []

const start = (habit: string, pace = { firstMs: 10, longestMs: 40, calmAfterMs: 60_000 }) => {
  warnings.length = 0
  worker = supervise({
    module: path.join('server', 'run', 'testing', 'tiny-worker.ts'),
    cwd: path.resolve(import.meta.dirname, '../..'),
    environment: { ...ownEnvironment(), TINY_WORKER: habit },
    log: { warn: (fields) => void warnings.push(fields as { startsInMs: number }) },
    pace,
  })
}
const pid = () => {
  const state = worker.state()
  return state.state === 'running' ? state.pid : 0
}

afterEach(() => worker.stop(0))

test('a worker that keeps ending is started again after growing pauses, up to the longest', async () => {
  start('broken')
  await vi.waitUntil(() => warnings.length >= 4, { timeout: 20_000 })
  expect(warnings.slice(0, 4).map((warning) => warning.startsInMs)).toEqual([10, 20, 40, 40])
  await worker.stop(0)
  expect(worker.state()).toEqual({ state: 'stopped' })
})

test('after a calm time the pauses begin small again', async () => {
  start('broken', { firstMs: 10, longestMs: 40, calmAfterMs: 0 })
  await vi.waitUntil(() => warnings.length >= 3, { timeout: 20_000 })
  expect(warnings.slice(0, 3).map((warning) => warning.startsInMs)).toEqual([10, 10, 10])
})

test('new code is run at once, and counts as no fault', async () => {
  start('well-behaved')
  const first = pid()
  worker.restart()
  await vi.waitUntil(() => pid() !== 0 && pid() !== first, { timeout: 20_000 })
  expect(worker.state()).toMatchObject({ state: 'running', restarts: 0 })
  expect(warnings).toEqual([])
})

test('a stop is final, also for a worker that does not listen and one that waits for its next start', async () => {
  start('stubborn')
  const stubborn = pid()
  await worker.stop(10)
  expect(isAlive(stubborn)).toBe(false)
  start('broken', { firstMs: 60_000, longestMs: 60_000, calmAfterMs: 0 })
  await vi.waitUntil(() => worker.state().state === 'waiting', { timeout: 20_000 })
  await worker.stop(10)
  expect(worker.state()).toEqual({ state: 'stopped' })
})
