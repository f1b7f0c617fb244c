import type { Counts } from './counts.ts'
import type { Json } from './json.ts'
import type { EntryKind, MediaKind } from './media.ts'
import type { EntryStatus } from './outcome.ts'
import type { RunEvent } from './run-event.ts'
import type { RunOptions } from './run-options.ts'
import type { RunLibraryState, RunOutcome, RunState } from './run-state.ts'
import type { TroubleCode } from './trouble-codes.ts'

/**
 * The shapes in which a run is shown: what `runs.get`, `runs.shows`, `runs.entries` and the live stream speak.
 * Numbers arrive made; times are ISO strings; the client does no arithmetic.
 */

/** How far something is, ready to be shown: no total and no percent before the lock. */
export interface ProgressView {
  locked: boolean
  found: number
  total: number | null
  settled: number
  /** 0 to 100 with one decimal, rounded down; null before the lock. */
  percent: number | null
  counts: Counts
}

/** A run as lists show it. */
export interface RunSummary extends ProgressView {
  id: number
  title: string
  mode: 'full' | 'incremental'
  dryRun: boolean
  options: RunOptions
  trigger: 'person' | 'schedule' | 'download' | 'upload'
  startedByName: string | null
  state: RunState
  /** Since when it is in this state. */
  stateAt: string
  /** While it is pausing or cancelling: from when on it may be stopped by force. */
  forceAt: string | null
  outcome: RunOutcome | null
  attempt: number
  /** What it has found and not (or no longer) settled: what a cancel would leave undone. */
  remaining: number
  /** In an incremental run: things seen that needed no work; they are not among those found. */
  seenUnchanged: number
  librariesDone: number
  librariesTotal: number
  /** Units per second, one decimal; null while unknown. */
  rate: number | null
  secondsLeft: number | null
  lastSeq: number
  createdAt: string
  startedAt: string | null
  endedAt: string | null
}

/** What a lane of a library is doing now. Bytes inside a long copy, else null. */
export interface LaneNow {
  lane: number
  label: string
  show: string | null
  phase: string
  bytesDone: number | null
  bytesTotal: number | null
  since: string
}

/** One library's part in a run. */
export interface RunLibraryView extends ProgressView {
  runLibraryId: number
  /** Null once the library has been removed. */
  libraryId: number | null
  title: string
  sourceTitle: string
  mediaKind: MediaKind
  state: RunLibraryState
  /** The run that holds this library while this part waits. */
  waitingFor: number | null
  complete: boolean
  /** In an incremental run: things seen that needed no work. */
  seenUnchanged: number
  showsTotal: number
  code: TroubleCode | null
  detail: string | null
  startedAt: string | null
  endedAt: string | null
  now: LaneNow[]
}

/** A further attempt of a run. */
export interface AttemptView {
  attempt: number
  /** True when it takes up what a run never came to, instead of what failed. */
  isRemaining: boolean
  startedByName: string | null
  at: string
  entries: number
  settled: number
  fixed: number
  state: 'staging' | 'running' | 'finished' | 'stopped'
}

/** A run as its page shows it. */
export interface RunView extends RunSummary {
  libraries: RunLibraryView[]
  attempts: AttemptView[]
}

/** One show's part in a run library: its episode bar. */
export interface RunShowView {
  showId: number
  libraryId: number | null
  title: string
  total: number
  settled: number
  counts: Counts
}

/** One work unit as a list row. */
export interface RunEntryView {
  entryId: number
  libraryId: number | null
  libraryTitle: string
  kind: EntryKind
  label: string
  path: string | null
  show: string | null
  season: number | null
  status: EntryStatus
  action: string | null
  code: TroubleCode | null
  detail: string | null
  evidence: { [key: string]: Json } | null
  attempt: number
  resolution: 'open' | 'fixed' | 'ignored' | null
  item: { titleId: number; fileId: number | null } | null
  tookMs: number | null
  settledAt: string | null
}

/** The topics of the one live subscription. */
export type LiveTopic = 'runs' | `run:${number}`

/**
 * What the live stream sends. A snapshot replaces what the client has of the topic; a patch carries whole
 * values of what changed (totals, never increments) and the events after the last frame, in order.
 */
export type LiveFrame =
  | { topic: 'runs'; kind: 'snapshot' | 'patch'; runs: RunSummary[]; removed: number[]; workers: number }
  | {
      topic: `run:${number}`
      kind: 'snapshot' | 'patch'
      seq: number
      /** Run header and totals, without its libraries. */
      run: RunSummary
      attempts: AttemptView[]
      /** All libraries in a snapshot, the changed ones in a patch. */
      libraries: RunLibraryView[]
      /** Changed shows; a snapshot has none: what is open on the page is fetched again. */
      shows: RunShowView[]
      /** In a snapshot the newest 50, oldest first. */
      events: RunEvent[]
    }
  | { topic: 'gone'; gone: string }
  | { topic: 'build'; build: string }
