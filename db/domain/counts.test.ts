import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCounts,
  COUNT_KINDS,
  type Counts,
  countSettled,
  countStatuses,
  negateCounts,
  noCounts,
  settledOf,
} from './counts.ts'
import { ENTRY_STATUSES, type SettledStatus } from './outcome.ts'

const anyCount = fc.integer({ min: -1_000_000, max: 1_000_000 })
const anyCounts = fc.record({
  created: anyCount,
  updated: anyCount,
  unchanged: anyCount,
  skipped: anyCount,
  failed: anyCount,
  retrying: anyCount,
})
const anyStatus = fc.constantFrom(...ENTRY_STATUSES.filter((status) => status !== 'staged'))

describe('counts are a commutative group', () => {
  test('the order of batches does not matter', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, anyCounts, (a, b, c) => {
        expect(addCounts(a, b)).toEqual(addCounts(b, a))
        expect(addCounts(addCounts(a, b), c)).toEqual(addCounts(a, addCounts(b, c)))
      }),
    )
  })

  test('nothing added is nothing changed, and what is taken back is gone', () => {
    fc.assert(
      fc.property(anyCounts, (a) => {
        expect(addCounts(a, noCounts())).toEqual(a)
        expect(addCounts(a, negateCounts(a))).toEqual(noCounts())
      }),
    )
  })

  test('the sum of parts has settled what the parts have', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (a, b) => {
        expect(settledOf(addCounts(a, b))).toBe(settledOf(a) + settledOf(b))
      }),
    )
  })

  test('neither operand is changed', () => {
    fc.assert(
      fc.property(anyCounts, (a) => {
        const before = { ...a }
        addCounts(a, a)
        negateCounts(a)
        expect(a).toEqual(before)
      }),
    )
  })
})

test('each settled status is counted once, under its own name', () => {
  fc.assert(
    fc.property(fc.array(anyStatus), (statuses) => {
      const counts = countStatuses(statuses)
      expect(settledOf(counts)).toBe(statuses.length)
      for (const status of statuses) expect(counts[status]).toBe(statuses.filter((s) => s === status).length)
      expect(counts.retrying).toBe(0)
    }),
  )
})

test('a unit once settled stays settled, however often it is retried', () => {
  const aRetry = fc.record({ unit: fc.nat(), becomes: anyStatus })
  fc.assert(
    fc.property(fc.array(anyStatus, { minLength: 1 }), fc.array(aRetry), (first, retries) => {
      const units: SettledStatus[] = [...first]
      let counts = countStatuses(units)
      for (const { unit, becomes } of retries) {
        const at = unit % units.length
        const was = units[at]
        if (!was) continue
        counts = move(counts, was, 'retrying')
        expectSound(counts, units.length)
        units[at] = becomes
        counts = move(counts, 'retrying', becomes)
        expectSound(counts, units.length)
      }
      expect(counts).toEqual(countStatuses(units))
    }),
  )
})

test('settling again what an attempt took up moves units between kinds and settles none twice', () => {
  const aUnit = fc.record({ status: anyStatus, wasSettled: fc.boolean() })
  fc.assert(
    fc.property(fc.array(aUnit), (units) => {
      const taken = units.filter((unit) => unit.wasSettled).length
      const after = addCounts({ ...noCounts(), retrying: taken }, countSettled(units))
      expectSound(after, units.length)
      expect(after).toEqual(countStatuses(units.map((unit) => unit.status)))
    }),
  )
})

function move(counts: Counts, from: keyof Counts, to: keyof Counts): Counts {
  const taken = addCounts(counts, negateCounts({ ...noCounts(), [from]: 1 }))
  return addCounts(taken, { ...noCounts(), [to]: 1 })
}

function expectSound(counts: Counts, settled: number): void {
  for (const kind of COUNT_KINDS) expect(counts[kind]).toBeGreaterThanOrEqual(0)
  expect(settledOf(counts)).toBe(settled)
}
