import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edgeLength, meterEdges, settledShare, type MeterSegment } from './meter-edges.ts'

const segments = (done: number, skip: number, fail: number, tint = 0): MeterSegment[] => [
  { tone: 'done', value: done },
  { tone: 'skip', value: skip },
  { tone: 'fail', value: fail },
  { tone: 'tint', value: tint },
]

describe('the edges of a bar', () => {
  test('each segment ends where the ones before it and itself add up to', () => {
    expect(meterEdges(segments(50, 20, 5, 10), 100, 0).map((edge) => edge.share)).toEqual([
      0.5, 0.7, 0.75, 0.85,
    ])
  })

  test('a total of nothing is a full bar, not a division by zero', () => {
    expect(settledShare(meterEdges(segments(0, 0, 0), 0, 0))).toBe(1)
  })

  test('the settled part never ends before the furthest it has been', () => {
    const edges = meterEdges(segments(10, 0, 0, 5), 100, 0.4)
    expect(settledShare(edges)).toBe(0.4)
  })

  test('what is not committed may fall back', () => {
    expect(meterEdges(segments(40, 0, 0, 0), 100, 0.4).at(-1)?.share).toBe(0.4)
  })

  test('edges are in order and inside the bar, whatever the counts', () => {
    const counts = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
    fc.assert(
      fc.property(counts, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (values, total, floor) => {
        const shares = meterEdges(segments(...values), total, floor).map((edge) => edge.share)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
      }),
    )
  })
})

describe('the length of a segment', () => {
  test('one failure among very many is drawn two pixels wide', () => {
    const edges = meterEdges(segments(50_000, 0, 1), 100_000, 0)
    expect(edgeLength(edges, 2)).toBe('max(50.0010%, min(50.0000% + 2px, 100%))')
  })

  test('a full bar leaves room for its failures', () => {
    const edges = meterEdges(segments(99_999, 0, 1), 100_000, 0)
    expect(edgeLength(edges, 0)).toBe('min(99.9990%, 100% - 2px)')
  })

  test('without failures no room is kept', () => {
    expect(edgeLength(meterEdges(segments(30, 20, 0), 100, 0), 1)).toBe('50.0000%')
  })
})
