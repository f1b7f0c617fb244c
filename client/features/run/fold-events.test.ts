import { expect, test } from 'vitest'
import type { RunEvent } from '../../api/wire.ts'
import { foldEvents, mergeEvents } from './fold-events.ts'

const event = (seq: number, type: RunEvent['type'], level: RunEvent['level'] = 'info'): RunEvent => ({
  runId: 7,
  seq,
  at: '2026-11-21T14:00:00Z',
  type,
  level,
  phase: 'batch',
  scope: {},
  message: `Event ${seq}`,
})

const seen = (events: RunEvent[]) => foldEvents(events).map((line) => [line.event.seq, line.times])

test('batches that follow each other are one line with the newest of them', () => {
  const events = [event(1, 'run.started'), event(2, 'batch.committed'), event(3, 'batch.committed')]
  expect(seen(events)).toEqual([
    [3, 2],
    [1, 1],
  ])
})

test('news between two batches keeps them apart and is never folded', () => {
  const events = [
    event(1, 'batch.committed'),
    event(2, 'entry.failed', 'error'),
    event(3, 'entry.failed', 'error'),
    event(4, 'batch.committed'),
  ]
  expect(seen(events).map(([seq]) => seq)).toEqual([4, 3, 2, 1])
})

test('a batch with a warning stands for itself', () => {
  expect(seen([event(1, 'batch.committed'), event(2, 'batch.committed', 'warn')]).length).toBe(2)
})

test('a further batch changes the first line and moves none', () => {
  const before = [event(1, 'run.started'), event(2, 'batch.committed')]
  const after = [...before, event(3, 'batch.committed')]
  expect(foldEvents(after).length).toBe(foldEvents(before).length)
})

test('lists that overlap are merged without doubles, in order', () => {
  const merged = mergeEvents(
    [event(1, 'run.started'), event(3, 'entry.failed')],
    [event(2, 'run.paused'), event(3, 'entry.failed')],
  )
  expect(merged.map((one) => one.seq)).toEqual([1, 2, 3])
})
