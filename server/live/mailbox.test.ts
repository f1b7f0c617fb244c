import { expect, test } from 'vitest'
import { noCounts } from '../../db/domain/counts.ts'
import type { RunEvent } from '../../db/domain/run-event.ts'
import type { RunShowView, RunSummary } from '../../db/domain/run-view.ts'
import { createMailbox } from './mailbox.ts'
import type { RunFrame, RunsFrame } from './merge-frames.ts'

const summary: RunSummary = {
  id: 7,
  title: 'Full ingest',
  mode: 'full',
  dryRun: false,
  options: {},
  trigger: 'person',
  startedByName: null,
  state: 'running',
  stateAt: '2026-01-01T00:00:00.000Z',
  forceAt: null,
  outcome: null,
  attempt: 1,
  locked: true,
  found: 100,
  total: 100,
  settled: 0,
  percent: 0,
  counts: noCounts(),
  remaining: 100,
  seenUnchanged: 0,
  librariesDone: 0,
  librariesTotal: 1,
  rate: null,
  secondsLeft: null,
  lastSeq: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: null,
  endedAt: null,
}

function eventOf(seq: number): RunEvent {
  const at = '2026-01-01T00:00:00.000Z'
  return { runId: 7, seq, at, type: 'batch.committed', level: 'info', phase: 'batch', scope: {}, message: '' }
}

function patch(seq: number, shows: RunShowView[] = []): RunFrame {
  const run = { ...summary, settled: seq, lastSeq: seq }
  return {
    topic: 'run:7',
    kind: 'patch',
    seq,
    run,
    attempts: [],
    libraries: [],
    shows,
    events: [eventOf(seq)],
  }
}

function show(showId: number, settled: number): RunShowView {
  return { showId, libraryId: 1, title: 'Show', total: 9, settled, counts: noCounts() }
}

const noSnapshot = () => {
  throw new Error('nobody should need a snapshot')
}

test('what piled up is one frame: the newest totals, every event once and in order', async () => {
  const mailbox = createMailbox({ maxEvents: 10 })
  mailbox.put(patch(1, [show(1, 1), show(2, 1)]), noSnapshot)
  mailbox.put(patch(2, [show(1, 2)]), noSnapshot)
  mailbox.put(patch(3), noSnapshot)
  const frame = await mailbox.take()
  expect(frame).toMatchObject({ kind: 'patch', seq: 3, run: { settled: 3 } })
  expect(frame).toHaveProperty('events', [eventOf(1), eventOf(2), eventOf(3)])
  expect(frame).toHaveProperty('shows', [show(1, 2), show(2, 1)])
})

test('more events than it holds give way to a snapshot made when it is taken', async () => {
  const mailbox = createMailbox({ maxEvents: 5 })
  let now = 0
  const fresh = (): RunFrame => ({ ...patch(now), kind: 'snapshot' })
  for (now = 1; now <= 1000; now++) mailbox.put(patch(now), fresh)
  now = 1000
  expect(await mailbox.take()).toMatchObject({ kind: 'snapshot', seq: 1000 })
  mailbox.put(patch(1001), fresh)
  expect(await mailbox.take()).toMatchObject({ kind: 'patch', seq: 1001 })
})

test('a snapshot that is patched before it is taken is a snapshot', async () => {
  const mailbox = createMailbox({ maxEvents: 500 })
  const events = Array.from({ length: 50 }, (_, n) => eventOf(n + 1))
  mailbox.put({ ...patch(50), kind: 'snapshot', events }, noSnapshot)
  mailbox.put(patch(51), noSnapshot)
  const frame = await mailbox.take()
  expect(frame).toMatchObject({ kind: 'snapshot', seq: 51 })
  const seqs = frame && 'events' in frame ? frame.events.map((event) => event.seq) : []
  expect([seqs.length, seqs[0], seqs.at(-1)]).toEqual([50, 2, 51])
})

test('a run that went and came back in the list is there', async () => {
  const mailbox = createMailbox({ maxEvents: 5 })
  const frame = (runs: number[], removed: number[]): RunsFrame => ({
    topic: 'runs',
    kind: 'patch',
    runs: runs.map((id) => ({ ...summary, id })),
    removed,
    workers: 1,
  })
  mailbox.put(frame([1, 2], [3]), noSnapshot)
  mailbox.put(frame([3], [1]), noSnapshot)
  const taken = await mailbox.take()
  expect(taken).toMatchObject({ removed: [1], runs: [{ id: 2 }, { id: 3 }] })
})

test('word that a topic is over takes the place of its frames', async () => {
  const mailbox = createMailbox({ maxEvents: 5 })
  mailbox.put(patch(1), noSnapshot)
  mailbox.putGone('run:7')
  expect(await mailbox.take()).toEqual({ topic: 'gone', gone: 'run:7' })
})

test('a taker that waits is woken by a frame, by trouble and by the end', async () => {
  const mailbox = createMailbox({ maxEvents: 5 })
  const frame = mailbox.take()
  mailbox.put(patch(1), noSnapshot)
  expect(await frame).toMatchObject({ seq: 1 })
  const end = mailbox.take()
  mailbox.close()
  expect(await end).toBeNull()
  const broken = createMailbox({ maxEvents: 5 })
  const trouble = broken.take()
  broken.fail(new Error('no database'))
  await expect(trouble).rejects.toThrow('no database')
})
