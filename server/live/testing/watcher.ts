import type { RunEvent } from '../../../db/domain/run-event.ts'
import type {
  LiveFrame,
  LiveTopic,
  RunLibraryView,
  RunShowView,
  RunSummary,
} from '../../../db/domain/run-view.ts'
import type { Person } from '../../trpc.ts'
import type { LiveHub } from '../hub.ts'

/** What a page would know of a run from its frames alone. */
export interface Known {
  run: RunSummary
  seq: number
  libraries: Map<number, RunLibraryView>
  shows: Map<number, RunShowView>
  /** Every event since the first snapshot. */
  events: RunEvent[]
  snapshots: number
}

/** A page that watches: it applies frames as the client does, and can lose its connection and come back. */
export interface Watcher {
  runs: Map<string, Known>
  list: Map<number, RunSummary>
  frames: LiveFrame[]
  connect(hub: LiveHub): void
  disconnect(): Promise<void>
  /** Answers once what it knows is so; throws what the stream throws. */
  until(isSo: () => boolean): Promise<void>
}

export function createWatcher(topics: LiveTopic[], person: Person): Watcher {
  const runs = new Map<string, Known>()
  const list = new Map<number, RunSummary>()
  const frames: LiveFrame[] = []
  const waiting = new Set<() => void>()
  let cursor: string | null = null
  let connection = { controller: new AbortController(), over: Promise.resolve() }
  let trouble: { error: unknown } | null = null

  async function read(hub: LiveHub, signal: AbortSignal): Promise<void> {
    try {
      for await (const next of hub.subscribe({ topics, cursor, person, signal })) {
        // A page that has just lost its connection has seen nothing of this frame, nor its cursor.
        if (signal.aborted) return
        apply(next.frame, { runs, list })
        frames.push(next.frame)
        cursor = next.cursor
        for (const look of waiting) look()
      }
    } catch (error) {
      trouble = { error }
      for (const look of waiting) look()
    }
  }

  return {
    runs,
    list,
    frames,
    connect(hub) {
      const controller = new AbortController()
      connection = { controller, over: read(hub, controller.signal) }
    },
    async disconnect() {
      connection.controller.abort()
      await connection.over
    },
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!trouble && !isSo()) return
          waiting.delete(look)
          if (trouble) reject(trouble.error)
          else resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

function apply(frame: LiveFrame, to: { runs: Map<string, Known>; list: Map<number, RunSummary> }): void {
  if (frame.topic === 'build' || frame.topic === 'gone') return
  if (frame.topic === 'runs') {
    if (frame.kind === 'snapshot') to.list.clear()
    for (const run of frame.runs) to.list.set(run.id, run)
    for (const id of frame.removed) to.list.delete(id)
    return
  }
  const known = to.runs.get(frame.topic)
  const isSnapshot = frame.kind === 'snapshot'
  if (!isSnapshot && !known) throw new Error('a patch came before any snapshot')
  const base = isSnapshot || !known ? { libraries: new Map(), shows: new Map(), events: [] } : known
  for (const library of frame.libraries) base.libraries.set(library.runLibraryId, library)
  for (const show of frame.shows) base.shows.set(show.showId, show)
  to.runs.set(frame.topic, {
    run: frame.run,
    seq: frame.seq,
    libraries: base.libraries,
    shows: base.shows,
    events: [...base.events, ...frame.events],
    snapshots: (known?.snapshots ?? 0) + (isSnapshot ? 1 : 0),
  })
}

/** Numbers that are missing, doubled or out of order in a list that ends at `last`; empty when it is exact. */
export function faultsOf(events: RunEvent[], last: number): string[] {
  const faults: string[] = []
  const first = events[0]?.seq ?? last + 1
  events.forEach((event, n) => {
    if (event.seq !== first + n) faults.push(`place ${n} has event ${event.seq}`)
  })
  if (events.length !== last - first + 1) faults.push(`${events.length} events from ${first} to ${last}`)
  return faults
}
