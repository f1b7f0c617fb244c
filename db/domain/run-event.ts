import type { Json } from './json.ts'
import type { EntryKind } from './media.ts'

/** Every type of event a run can have (architecture.md 4.4). */
export const RUN_EVENT_TYPES = [
  'run.started',
  'prescan.started',
  'prescan.advanced',
  'prescan.locked',
  'total.locked',
  'ingest.started',
  'library.started',
  'library.advanced',
  'library.finished',
  'show.started',
  'show.advanced',
  'show.finished',
  'batch.committed',
  'entry.failed',
  'attempt.started',
  'attempt.finished',
  'run.paused',
  'run.resumed',
  'run.cancelled',
  'run.waiting',
  'run.failed',
  'run.finished',
] as const
export type RunEventType = (typeof RUN_EVENT_TYPES)[number]

export const EVENT_LEVELS = ['info', 'warn', 'error'] as const
export type EventLevel = (typeof EVENT_LEVELS)[number]
export const EVENT_PHASES = [
  'overall',
  'library',
  'show',
  'episode',
  'batch',
  'error',
  'done',
  'dry_run',
] as const
export type EventPhase = (typeof EVENT_PHASES)[number]

/** What an event is about; absent fields do not apply. */
export interface EventScope {
  sourceId?: number
  libraryId?: number
  libraryTitle?: string
  kind?: EntryKind
  show?: string
  season?: number
  entryId?: number
}

/** An event before the ledger has numbered it. */
export interface DraftEvent {
  type: RunEventType
  level: EventLevel
  phase: EventPhase
  scope: EventScope
  /** Totals, never increments: a reader that joins late still ends up right. */
  progress?: { current: number; total: number | null }
  message: string
  extra?: { [key: string]: Json }
}

/** A numbered fact of a run: `(runId, seq)` is gap-free and in commit order. `at` is an ISO time. */
export interface RunEvent extends DraftEvent {
  runId: number
  seq: number
  at: string
}
