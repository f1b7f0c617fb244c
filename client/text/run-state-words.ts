import type { RunSummary } from '../api/wire.ts'
import type { Status } from '../ui/statuses.ts'

/** A state as the page shows it: the kit's shape and a word. */
export interface StateWords {
  status: Status
  word: string
}

const words = {
  queued: { status: 'queued', word: 'Queued' },
  running: { status: 'running', word: 'Running' },
  pausing: { status: 'paused', word: 'Pausing' },
  paused: { status: 'paused', word: 'Paused' },
  cancelling: { status: 'cancelled', word: 'Cancelling' },
  cancelled: { status: 'cancelled', word: 'Cancelled' },
  finished: { status: 'finished', word: 'Finished' },
  failed: { status: 'failed', word: 'Failed' },
} as const satisfies Record<RunSummary['state'], StateWords>

/** How a run stands, in a shape and a word: a running one is "Indexing" until its total is locked. */
export function runStateWords(run: Pick<RunSummary, 'state' | 'outcome' | 'locked'>): StateWords {
  if (run.state === 'finished' && run.outcome === 'partial')
    return { status: 'partial', word: 'Done with errors' }
  if (run.state === 'running' && !run.locked) return { status: 'indexing', word: 'Indexing' }
  return words[run.state]
}

/** True when nothing moves any more unless a person asks for it. */
export function hasEnded(state: RunSummary['state']): boolean {
  return state === 'finished' || state === 'failed' || state === 'cancelled'
}
