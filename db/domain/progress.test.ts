import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCounts, type Counts, noCounts } from './counts.ts'
import { type PacePoint, progressOf, rateOf, secondsLeftOf } from './progress.ts'

const aPart = fc.record({
  created: fc.nat(1000),
  updated: fc.nat(1000),
  unchanged: fc.nat(1000),
  skipped: fc.nat(1000),
  failed: fc.nat(1000),
  retrying: fc.nat(1000),
})
const created = (count: number): Counts => ({ ...noCounts(), created: count })

describe('progress', () => {
  test('has no total and no percent before the lock', () => {
    fc.assert(
      fc.property(aPart, fc.nat(1_000_000), (counts, more) => {
        const found = 6000 + more
        expect(progressOf({ counts, found, locked: false })).toMatchObject({
          found,
          total: null,
          percent: null,
        })
      }),
    )
  })

  test('is 100 when every unit is settled, and only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), fc.nat(), (found, n) => {
        const settled = n % (found + 1)
        const { percent } = progressOf({ counts: created(settled), found, locked: true })
        expect(percent === 100).toBe(settled === found)
      }),
    )
  })

  test('never goes back, whatever the order in which batches commit', () => {
    fc.assert(
      fc.property(fc.array(aPart, { minLength: 1 }), fc.nat(5000), (batches, left) => {
        const found = batches.reduce((sum, batch) => sum + settled(batch), left)
        let counts = noCounts()
        let last = 0
        for (const batch of batches) {
          counts = addCounts(counts, batch)
          const { percent } = progressOf({ counts, found, locked: true })
          expect(percent).toBeGreaterThanOrEqual(last)
          expect(percent).toBeLessThanOrEqual(100)
          last = percent ?? 0
        }
      }),
    )
  })

  test('has one decimal, and never more than is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (found, n) => {
        const count = n % (found + 1)
        const percent = progressOf({ counts: created(count), found, locked: true }).percent ?? -1
        expect(percent).toBe(Number(percent.toFixed(1)))
        expect(Math.round(percent * 10) * found).toBeLessThanOrEqual(count * 1000)
      }),
    )
  })

  test('of a locked part with nothing in it is 100', () => {
    expect(progressOf({ counts: noCounts(), found: 0, locked: true }).percent).toBe(100)
  })

  test('throws when more is settled than was found, or when a count is negative', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.boolean(), (found, over, locked) => {
        expect(() => progressOf({ counts: created(found + over), found, locked })).toThrow(RangeError)
        const negative = { ...created(found), failed: -over, skipped: over }
        expect(() => progressOf({ counts: negative, found: found + over, locked })).toThrow(RangeError)
      }),
    )
  })
})

const somePoints = fc
  .array(fc.record({ afterMs: fc.nat(120_000), more: fc.integer({ min: -50, max: 5000 }) }))
  .map((steps) => {
    const points: PacePoint[] = []
    let last: PacePoint = { atMs: 1_700_000_000_000, settled: 0 }
    for (const { afterMs, more } of steps) {
      last = { atMs: last.atMs + afterMs, settled: Math.max(0, last.settled + more) }
      points.push(last)
    }
    return points
  })

describe('the rate', () => {
  test('is never negative, never infinite, and unknown only without two moments', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: -10_000, max: 10_000_000 }), (points, laterMs) => {
        const rate = rateOf(points, (points.at(-1)?.atMs ?? 0) + laterMs)
        if (points.length < 2) expect(rate).toBeNull()
        if (rate === null) return
        expect(Number.isFinite(rate)).toBe(true)
        expect(rate).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('of an even pace is that pace', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 2, max: 50 }),
        (perSecond, seconds) => {
          const points = Array.from({ length: seconds }, (_, n) => ({
            atMs: n * 1000,
            settled: n * perSecond,
          }))
          expect(rateOf(points, (seconds - 1) * 1000)).toBeCloseTo(perSecond, 6)
        },
      ),
    )
  })

  test('does not depend on how finely the curve was sampled', () => {
    fc.assert(
      fc.property(somePoints, fc.nat(60_000), (points, laterMs) => {
        const nowMs = (points.at(-1)?.atMs ?? 0) + laterMs
        const finer = points.flatMap((point, n) => {
          const before = points[n - 1]
          if (!before || point.settled < before.settled) return [point]
          const middle = {
            atMs: (before.atMs + point.atMs) / 2,
            settled: (before.settled + point.settled) / 2,
          }
          return [middle, point]
        })
        const isRising = points.every(
          (point, n) =>
            point.settled >= (points[n - 1]?.settled ?? 0) && point.atMs > (points[n - 1]?.atMs ?? 0),
        )
        const rate = rateOf(points, nowMs)
        if (rate === null || !isRising) return
        const scale = Math.max(1, rate)
        expect((rateOf(finer, nowMs) ?? -1) / scale).toBeCloseTo(rate / scale, 6)
      }),
    )
  })

  test('lies between the slowest and the fastest stretch', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const last = points.at(-1)
        const rate = rateOf(points, last?.atMs ?? 0)
        if (rate === null || !last) return
        let most = points[0]!.settled
        const stretches: number[] = []
        for (const [n, point] of points.slice(1).entries()) {
          const seconds = (point.atMs - points[n]!.atMs) / 1000
          // What was settled in no time at all belongs to the stretch after it: there is no bound then.
          if (seconds === 0) return
          stretches.push(Math.max(0, point.settled - most) / seconds)
          most = Math.max(most, point.settled)
        }
        expect(rate).toBeGreaterThanOrEqual(Math.min(...stretches) * 0.999_999)
        expect(rate).toBeLessThanOrEqual(Math.max(...stretches) * 1.000_001)
      }),
    )
  })

  test('is not skewed by a first batch that came in no time', () => {
    const steady = Array.from({ length: 30 }, (_, n) => ({ atMs: (n + 1) * 1000, settled: (n + 1) * 10 }))
    const odd = [{ atMs: 999, settled: 0 }, ...steady]
    expect(rateOf(steady, 30_000)).toBeCloseTo(10, 6)
    expect(rateOf(odd, 30_000)).toBeLessThan(11)
  })

  test('falls while nothing is settled', () => {
    const points = [
      { atMs: 0, settled: 0 },
      { atMs: 10_000, settled: 1000 },
    ]
    const rates = [10, 40, 70, 100].map((seconds) => rateOf(points, seconds * 1000) ?? -1)
    expect(rates).toEqual([...rates].sort((a, b) => b - a))
    expect(rates.at(-1)).toBeLessThan(20)
  })
})

describe('the time left', () => {
  const anyRate = fc.option(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(5e-324)))

  test('is a whole number of seconds from nothing to a month, or unknown', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(), anyRate, fc.nat(1e9), (found, n, rate, elapsedMs) => {
        const progress = progressOf({ counts: created(n % (found + 1)), found, locked: true })
        const left = secondsLeftOf(progress, { rate, elapsedMs })
        if (left === null) return
        expect(Number.isInteger(left)).toBe(true)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(30 * 86_400)
      }),
    )
  })

  test('is not guessed before the lock, in the first 20 seconds, under 2 %, or when nothing moves', () => {
    const half = progressOf({ counts: created(500), found: 1000, locked: true })
    const unlocked = progressOf({ counts: created(500), found: 1000, locked: false })
    const early = progressOf({ counts: created(19), found: 1000, locked: true })
    expect(secondsLeftOf(half, { rate: 10, elapsedMs: 20_000 })).toBe(50)
    expect(secondsLeftOf(unlocked, { rate: 10, elapsedMs: 20_000 })).toBeNull()
    expect(secondsLeftOf(half, { rate: 10, elapsedMs: 19_999 })).toBeNull()
    expect(secondsLeftOf(early, { rate: 10, elapsedMs: 20_000 })).toBeNull()
    expect(secondsLeftOf(half, { rate: 0, elapsedMs: 20_000 })).toBeNull()
    expect(secondsLeftOf(half, { rate: null, elapsedMs: 20_000 })).toBeNull()
  })

  test('is nothing when all is settled', () => {
    const whole = progressOf({ counts: created(1000), found: 1000, locked: true })
    expect(secondsLeftOf(whole, { rate: 10, elapsedMs: 60_000 })).toBe(0)
  })
})

function settled(counts: Counts): number {
  return Object.values(counts).reduce((sum: number, count: number) => sum + count, 0)
}
