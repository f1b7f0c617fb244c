import { expect, test } from 'vitest'
import { makeLiveStore } from './live-store.ts'
import type { LiveFrame, RunEvent, RunLibraryView, RunSummary } from './wire.ts'

const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }

function run(id: number, settled: number): RunSummary {
  return {
    id,
    title: `Run ${id}`,
    mode: 'full',
    dryRun: false,
    options: {},
    trigger: 'person',
    startedByName: 'Ana',
    state: 'running',
    stateAt: '2026-11-21T14:00:00Z',
    forceAt: null,
    outcome: null,
    attempt: 1,
    librariesDone: 0,
    librariesTotal: 1,
    rate: null,
    secondsLeft: null,
    lastSeq: settled,
    createdAt: '2026-11-21T14:00:00Z',
    startedAt: null,
    endedAt: null,
    locked: true,
    found: 100,
    total: 100,
    settled,
    percent: settled,
    counts: { ...counts, created: settled },
    remaining: 100 - settled,
    seenUnchanged: 0,
  }
}

function library(runLibraryId: number, settled: number): RunLibraryView {
  return {
    runLibraryId,
    libraryId: runLibraryId,
    title: `Library ${runLibraryId}`,
    sourceTitle: 'Disks',
    mediaKind: 'movie',
    state: 'ingesting',
    waitingFor: null,
    complete: true,
    seenUnchanged: 0,
    showsTotal: 0,
    code: null,
    detail: null,
    startedAt: null,
    endedAt: null,
    now: [],
    locked: true,
    found: 100,
    total: 100,
    settled,
    percent: settled,
    counts: { ...counts, created: settled },
  }
}

const event = (seq: number): RunEvent => ({
  runId: 7,
  seq,
  at: '2026-11-21T14:00:00Z',
  type: 'batch.committed',
  level: 'info',
  phase: 'batch',
  scope: {},
  message: `Event ${seq}`,
})

function frame(
  kind: 'snapshot' | 'patch',
  seq: number,
  more: { libraries?: RunLibraryView[]; events?: RunEvent[] } = {},
): LiveFrame {
  return {
    topic: 'run:7',
    kind,
    seq,
    run: run(7, seq),
    attempts: [],
    shows: [],
    libraries: more.libraries ?? [],
    events: more.events ?? [],
  }
}

test('a patch changes the libraries it names and leaves their order alone', () => {
  const { state, apply } = makeLiveStore()
  apply([frame('snapshot', 1, { libraries: [library(3, 0), library(1, 0), library(2, 0)] })])
  apply([frame('patch', 2, { libraries: [library(2, 40)] })])
  expect(state.run[7]?.libraries.order).toEqual([3, 1, 2])
  expect(state.run[7]?.libraries.byId[2]?.settled).toBe(40)
  expect(state.run[7]?.libraries.byId[3]?.settled).toBe(0)
})

test('a patch that is older than what is here changes nothing', () => {
  const { state, apply } = makeLiveStore()
  apply([frame('snapshot', 9), frame('patch', 5)])
  expect(state.run[7]?.run.settled).toBe(9)
})

test('a fetched run that is older than the stream changes nothing', () => {
  const { state, apply, seed } = makeLiveStore()
  apply([frame('snapshot', 9)])
  seed({ ...run(7, 4), libraries: [], attempts: [] })
  expect(state.run[7]?.run.settled).toBe(9)
})

test('events that come twice are shown once', () => {
  const { state, apply } = makeLiveStore()
  apply([frame('snapshot', 2, { events: [event(1), event(2)] })])
  apply([frame('patch', 3, { events: [event(2), event(3)] })])
  expect(state.run[7]?.events.map((one) => one.seq)).toEqual([1, 2, 3])
})

test('only the newest two hundred events are kept', () => {
  const { state, apply } = makeLiveStore()
  apply([frame('snapshot', 0)])
  apply([frame('patch', 500, { events: Array.from({ length: 500 }, (_, index) => event(index + 1)) })])
  expect(state.run[7]?.events.length).toBe(200)
  expect(state.run[7]?.events.at(-1)?.seq).toBe(500)
})

test('a new run comes first in the list, and a removed one leaves', () => {
  const { state, apply } = makeLiveStore()
  apply([{ topic: 'runs', kind: 'snapshot', runs: [run(6, 1), run(5, 1)], removed: [], workers: 1 }])
  apply([{ topic: 'runs', kind: 'patch', runs: [run(7, 0), run(5, 2)], removed: [6], workers: 0 }])
  expect(state.runs?.order).toEqual([7, 5])
  expect(state.runs?.byId[5]?.settled).toBe(2)
  expect(state.workers).toBe(0)
})

test('another build of the server marks the page as outdated, the first one does not', () => {
  const { state, apply } = makeLiveStore()
  apply([
    { topic: 'build', build: 'a' },
    { topic: 'build', build: 'a' },
  ])
  expect(state.isOutdated).toBe(false)
  apply([{ topic: 'build', build: 'b' }])
  expect(state.isOutdated).toBe(true)
})

test('shows that were fetched late do not undo what the stream has said', () => {
  const { state, apply, seedShows } = makeLiveStore()
  const show = (settled: number) => ({ showId: 1, libraryId: 1, title: 'A show', total: 9, settled, counts })
  apply([frame('snapshot', 1), { ...frame('patch', 4), shows: [show(4)] } as LiveFrame])
  seedShows(7, 2, [show(2)])
  expect(state.run[7]?.shows[1]?.settled).toBe(4)
})
