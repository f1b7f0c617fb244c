import type { RunEvent } from '../../db/domain/run-event.ts'
import type { RunShowView, RunView } from '../../db/domain/run-view.ts'
import { SNAPSHOT_EVENTS, type RunFrame } from './merge-frames.ts'

/** How many events back a reader may come and still get exactly what it missed. */
export const KEPT_EVENTS = 1000

/** A run as the feed last read it, and its newest events: what late and returning readers are served from. */
export interface RunPicture {
  view: RunView
  seq: number
  events: RunEvent[]
}

/** The picture of a run with the events that lead up to it, oldest first. */
export function pictureOf(view: RunView, events: RunEvent[]): RunPicture {
  return { view, seq: view.lastSeq, events }
}

/** The picture after more was read: `events` follow the ones it has without a gap. */
export function pictureAfter(picture: RunPicture, view: RunView, events: RunEvent[]): RunPicture {
  return { view, seq: view.lastSeq, events: [...picture.events, ...events].slice(-KEPT_EVENTS) }
}

/** All of a picture, for a reader that has nothing. */
export function snapshotOf(picture: RunPicture): RunFrame {
  return frameOf(picture, 'snapshot', picture.events.slice(-SNAPSHOT_EVENTS), [])
}

/** What leads a reader from an earlier event to the picture: every event since, and whole values of the rest. */
export function resumptionOf(picture: RunPicture, events: RunEvent[], shows: RunShowView[]): RunFrame {
  return frameOf(picture, 'patch', events, shows)
}

/** The kept events after a number; null when some of them are no longer kept. */
export function keptAfter(picture: RunPicture, seq: number): RunEvent[] | null {
  if (seq === picture.seq) return []
  const first = picture.events[0]
  return first && first.seq <= seq + 1 ? picture.events.filter((event) => event.seq > seq) : null
}

/** What changed from one picture to the next, or null when nothing did. */
export function patchOf(
  before: RunPicture,
  after: RunPicture,
  changed: { events: RunEvent[]; shows: RunShowView[] },
): RunFrame | null {
  const frame = frameOf(after, 'patch', changed.events, changed.shows)
  const known = new Map(
    before.view.libraries.map((library) => [library.runLibraryId, JSON.stringify(library)]),
  )
  const libraries = frame.libraries.filter(
    (library) => known.get(library.runLibraryId) !== JSON.stringify(library),
  )
  const isSame =
    changed.events.length === 0 &&
    changed.shows.length === 0 &&
    libraries.length === 0 &&
    JSON.stringify({ ...before.view, libraries }) === JSON.stringify({ ...after.view, libraries })
  return isSame ? null : { ...frame, libraries }
}

function frameOf(
  { view, seq }: RunPicture,
  kind: RunFrame['kind'],
  events: RunEvent[],
  shows: RunShowView[],
): RunFrame {
  const { libraries, attempts, ...run } = view
  return { topic: `run:${run.id}`, kind, seq, run, attempts, libraries, shows, events }
}
