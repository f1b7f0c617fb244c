import type { RunSummary } from '../../api/wire.ts'
import { formatClock } from '../../text/format.ts'

/** Why nothing moves, or soon will not; null while a run is at work or over. */
export function standstill(run: Pick<RunSummary, 'state' | 'stateAt'>): string | null {
  switch (run.state) {
    case 'queued':
      return 'Waiting for a worker'
    case 'pausing':
      return 'Pausing: the items in hand are finished first'
    case 'paused':
      return `Paused since ${formatClock(run.stateAt)}. It goes on when somebody resumes it`
    case 'cancelling':
      return 'Cancelling: the items in hand are finished first'
    case 'running':
    case 'cancelled':
    case 'finished':
    case 'failed':
      return null
  }
}
