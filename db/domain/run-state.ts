/** The states of a run (architecture.md 4.2.5). */
export const RUN_STATES = [
  'queued',
  'running',
  'pausing',
  'paused',
  'cancelling',
  'cancelled',
  'finished',
  'failed',
] as const
export type RunState = (typeof RUN_STATES)[number]

/** How a finished run ended: `partial` is "Done with errors". */
export type RunOutcome = 'succeeded' | 'partial'

/** What a transition is asked by: the engine's own progress or a person. */
export type RunMove =
  | 'start'
  | 'pause'
  | 'paused'
  | 'resume'
  | 'cancel'
  | 'cancelled'
  | 'finish'
  | 'fail'
  | 'reopen'

const MOVES = {
  queued: {
    start: 'running',
    cancel: 'cancelling',
    cancelled: 'cancelled',
    fail: 'failed',
    finish: 'finished',
    pause: 'pausing',
  },
  running: { pause: 'pausing', cancel: 'cancelling', finish: 'finished', fail: 'failed' },
  pausing: { paused: 'paused', resume: 'running', cancel: 'cancelling', finish: 'finished', fail: 'failed' },
  paused: { resume: 'running', cancel: 'cancelling' },
  cancelling: { cancelled: 'cancelled', finish: 'finished' },
  cancelled: { reopen: 'running' },
  finished: { reopen: 'running' },
  failed: { reopen: 'running' },
} as const satisfies Record<RunState, { [move in RunMove]?: RunState }>

/** The state after a move, or null when that move is not allowed from here. */
export function stateAfter(state: RunState, move: RunMove): RunState | null {
  const moves: { [move in RunMove]?: RunState } = MOVES[state]
  return moves[move] ?? null
}

/** The states from which a move may be made: what the SQL guard lists. */
export function statesThatMay(move: RunMove): RunState[] {
  return RUN_STATES.filter((state) => stateAfter(state, move) !== null)
}

/** True when nothing will happen any more unless a person asks for it. */
export function hasEnded(state: RunState): boolean {
  return state === 'cancelled' || state === 'finished' || state === 'failed'
}

/** How long a run must have been pausing or cancelling before its leases may be revoked, in seconds. */
export const FORCE_AFTER_SECONDS = 30

/** The states of one library's part in a run. Only `listing` and `ingesting` hold the library. */
export const RUN_LIBRARY_STATES = [
  'waiting',
  'listing',
  'ingesting',
  'finished',
  'failed',
  'cancelled',
] as const
export type RunLibraryState = (typeof RUN_LIBRARY_STATES)[number]
