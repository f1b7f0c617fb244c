import { describe, expect, test } from 'vitest'
import { Pace } from './pace.ts'
import { PacesByRun } from './run-paces.ts'
import { makeSample } from './source.ts'
import { TestClock } from './test-clock.ts'
import { collect, contextOf, libraryOf } from './testing.ts'

const never = new AbortController().signal

describe('a pace', () => {
  test('lets two users through in turn, at the rate they share', async () => {
    const clock = new TestClock()
    const pace = new Pace(100, clock)
    const passed: string[] = []
    const use = async (name: string) => {
      for (let n = 0; n < 10; n += 1) {
        await pace.take(1, never)
        passed.push(name)
      }
    }
    await clock.run(Promise.all([use('a'), use('b')]))
    expect(passed.join('')).toBe('ab'.repeat(10))
    expect(clock.nowMs()).toBeCloseTo(200)
  })

  test('makes a user who asks for many wait for all of them', async () => {
    const clock = new TestClock()
    const pace = new Pace(2000, clock)
    await clock.run(pace.take(500, never))
    expect(clock.nowMs()).toBeCloseTo(250)
  })

  test('does not save up what nobody took', async () => {
    const clock = new TestClock()
    const pace = new Pace(100, clock)
    await clock.run(clock.wait(3_600_000, never))
    const startMs = clock.nowMs()
    await clock.run(pace.take(110, never))
    expect(clock.nowMs() - startMs).toBeCloseTo(1000)
  })

  test('without a rate lets everyone through at once', async () => {
    const clock = new TestClock()
    await new Pace(0, clock).take(1_000_000, never)
    expect(clock.nowMs()).toBe(0)
  })

  test('lets go at once of a user whose signal aborts', async () => {
    const clock = new TestClock()
    const pace = new Pace(0.001, clock)
    const controller = new AbortController()
    const taken = pace.take(1, controller.signal)
    controller.abort(new Error('paused'))
    await expect(taken).rejects.toThrow('paused')
    await expect(pace.take(1, controller.signal)).rejects.toThrow('paused')
    expect(clock.nowMs()).toBe(0)
  })
})

describe('the paces of runs', () => {
  test('are one for all who work for the same run, and forgotten with the last of them', () => {
    const paces = new PacesByRun(new TestClock())
    const first = paces.open(7, 100)
    const second = paces.open(7, 100)
    expect(second.reading).toBe(first.reading)
    expect(paces.open(8, 100).reading).not.toBe(first.reading)
    expect(paces.size).toBe(2)
    first.release()
    first.release()
    expect(paces.open(7, 100).reading).toBe(second.reading)
    expect(paces.size).toBe(2)
  })

  test('leave nothing behind when everyone has released', () => {
    const paces = new PacesByRun(new TestClock())
    const all = [paces.open(7, 100), paces.open(7, 100), paces.open(8, 5), paces.open(null, 5)]
    for (const one of all) one.release()
    expect(paces.size).toBe(0)
  })
})

describe('a sample run of 100 units a second', () => {
  test('reads its libraries side by side at 100 a second together', async () => {
    const clock = new TestClock()
    const kind = makeSample(clock)
    const read: string[] = []
    const lanes = ['kids-movies', 'horror-movies', 'kids-tv'].map(async (set) => {
      const fast = makeSample(new TestClock()).open({ itemsPerSecond: 0 }, null, contextOf())
      const entries = (await collect(fast.prescan(libraryOf(set)))).flat().slice(0, 100)
      const source = kind.open({ itemsPerSecond: 100 }, null, contextOf({ runId: 7 }))
      for await (const _ of source.ingest(libraryOf(set), entries)) read.push(set)
      await source.close()
    })
    await clock.run(Promise.all(lanes))
    expect(clock.nowMs()).toBeCloseTo(3000)
    for (let at = 0; at < read.length; at += 3) expect(new Set(read.slice(at, at + 3)).size).toBe(3)
  })

  test('lists its 3,486 episodes in under two seconds, in steps that are seen', async () => {
    const clock = new TestClock()
    const source = makeSample(clock).open({ itemsPerSecond: 100 }, null, contextOf({ runId: 7 }))
    const batches = await clock.run(collect(source.prescan(libraryOf('80s-tv'))))
    expect(clock.nowMs()).toBeCloseTo(1743)
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(50)
  })
})
