import { batch } from 'solid-js'
import { createStore, reconcile, type SetStoreFunction } from 'solid-js/store'
import type {
  AttemptView,
  LiveFrame,
  RunEvent,
  RunLibraryView,
  RunShowView,
  RunSummary,
  RunView,
} from './wire.ts'

/** Things by their id and the order in which they are shown; patches change things, never the order. */
export interface Keyed<Thing> {
  byId: Record<number, Thing>
  order: number[]
}

/** What the client knows of one run. */
export interface RunLive {
  /** The last event that is included in everything here. */
  seq: number
  run: RunSummary
  attempts: AttemptView[]
  libraries: Keyed<RunLibraryView>
  /** The shows that were fetched or patched, by their id. */
  shows: Record<number, RunShowView>
  /** The newest events, oldest first. */
  events: RunEvent[]
}

/** Everything that the stream keeps fresh. */
export interface LiveState {
  /** Null until the first snapshot. */
  runs: Keyed<RunSummary> | null
  workers: number | null
  run: Record<number, RunLive>
  /** Topics that this person may not see or that are no more. */
  gone: Record<string, true>
  /** The build the server had when this page was opened, and whether it has another one now. */
  build: string | null
  isOutdated: boolean
}

/** How many events of a run are kept in memory. */
const EVENTS_KEPT = 200

/** The store of everything live, and the ways to change it. */
export function makeLiveStore() {
  const [state, set] = createStore<LiveState>({
    runs: null,
    workers: null,
    run: {},
    gone: {},
    build: null,
    isOutdated: false,
  })
  return {
    state,
    /** Applies frames in order, as one change. */
    apply: (frames: readonly LiveFrame[]) =>
      batch(() => frames.forEach((frame) => applyFrame(state, set, frame))),
    /** Takes in a run that was fetched, unless what is here is newer. */
    seed: (view: RunView) => batch(() => seedRun(state, set, view)),
    /** Takes in shows that were fetched; values that the stream has patched since stay. */
    seedShows: (runId: number, asOfSeq: number, shows: readonly RunShowView[]) =>
      batch(() => {
        const live = state.run[runId]
        for (const show of shows) {
          if (live?.shows[show.showId] && live.seq > asOfSeq) continue
          set('run', runId, 'shows', show.showId, show)
        }
      }),
    /** Forgets a run that nobody looks at any more. */
    forget: (runId: number) => set('run', runId, undefined!),
  }
}

export type LiveStore = ReturnType<typeof makeLiveStore>

function applyFrame(state: LiveState, set: SetStoreFunction<LiveState>, frame: LiveFrame): void {
  switch (frame.topic) {
    case 'build':
      if (state.build === null) set('build', frame.build)
      else if (state.build !== frame.build) set('isOutdated', true)
      return
    case 'gone':
      return set('gone', frame.gone, true)
    case 'runs':
      return applyRuns(state, set, frame)
    default:
      return applyRun(state, set, frame)
  }
}

function applyRuns(
  state: LiveState,
  set: SetStoreFunction<LiveState>,
  frame: Extract<LiveFrame, { topic: 'runs' }>,
): void {
  set('workers', frame.workers)
  if (frame.kind === 'snapshot' || state.runs === null) {
    set(
      'runs',
      reconcile(
        keyed(frame.runs, (run) => run.id),
        { merge: true },
      ),
    )
    return
  }
  const known = state.runs.byId
  const fresh = frame.runs.filter((run) => !known[run.id]).map((run) => run.id)
  for (const run of frame.runs) set('runs', 'byId', run.id, run)
  for (const id of frame.removed) set('runs', 'byId', id, undefined!)
  if (fresh.length === 0 && frame.removed.length === 0) return
  // Ids grow with time: the newest run comes first.
  set('runs', 'order', (order) =>
    [...fresh.toSorted((a, b) => b - a), ...order].filter((id) => !frame.removed.includes(id)),
  )
}

type RunFrame = Extract<LiveFrame, { topic: `run:${number}` }>

function applyRun(state: LiveState, set: SetStoreFunction<LiveState>, frame: RunFrame): void {
  const id = frame.run.id
  const live = state.run[id]
  if (!live || frame.kind === 'snapshot') {
    set('run', id, reconcile(freshRun(frame, live), { merge: true }))
    return
  }
  // Two streams may overlap for a moment; what is older than what is here has nothing to say.
  if (frame.seq < live.seq) return
  set('run', id, 'seq', frame.seq)
  set('run', id, 'run', frame.run)
  set('run', id, 'attempts', reconcile(frame.attempts, { key: 'attempt' }))
  for (const library of frame.libraries) setLibrary(live, set, id, library)
  for (const show of frame.shows) set('run', id, 'shows', show.showId, show)
  const last = live.events.at(-1)?.seq ?? 0
  const events = frame.events.filter((event) => event.seq > last)
  if (events.length > 0) set('run', id, 'events', (old) => [...old, ...events].slice(-EVENTS_KEPT))
}

function setLibrary(
  live: RunLive,
  set: SetStoreFunction<LiveState>,
  runId: number,
  library: RunLibraryView,
): void {
  const key = library.runLibraryId
  const isNew = !live.libraries.byId[key]
  if (isNew) {
    set('run', runId, 'libraries', 'byId', key, library)
    set('run', runId, 'libraries', 'order', (order) => [...order, key])
    return
  }
  const { now, ...cells } = library
  set('run', runId, 'libraries', 'byId', key, cells)
  set('run', runId, 'libraries', 'byId', key, 'now', reconcile(now, { key: 'lane' }))
}

function seedRun(state: LiveState, set: SetStoreFunction<LiveState>, view: RunView): void {
  const live = state.run[view.id]
  if (live && live.seq > view.lastSeq) return
  const { libraries, attempts, ...run } = view
  const fresh = { seq: view.lastSeq, run, attempts, libraries, events: live?.events ?? [] }
  set('run', view.id, reconcile(freshRun(fresh, live), { merge: true }))
}

function freshRun(
  from: Pick<RunFrame, 'seq' | 'run' | 'attempts' | 'libraries' | 'events'>,
  known: RunLive | undefined,
): RunLive {
  return {
    seq: from.seq,
    run: from.run,
    attempts: from.attempts,
    libraries: keyed(from.libraries, (library) => library.runLibraryId),
    shows: { ...known?.shows },
    events: from.events,
  }
}

function keyed<Thing>(things: readonly Thing[], idOf: (thing: Thing) => number): Keyed<Thing> {
  const byId: Record<number, Thing> = {}
  for (const thing of things) byId[idOf(thing)] = thing
  return { byId, order: things.map(idOf) }
}
