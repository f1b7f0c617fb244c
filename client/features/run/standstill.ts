import type { RunLibraryView, RunSummary } from '../../api/wire.ts'
import { formatClock } from '../../text/format.ts'

/** Why nothing moves, or soon will not; null while a run is at work or over. */
export function standstill(
  run: Pick<RunSummary, 'state' | 'stateAt'>,
  libraries: readonly Pick<RunLibraryView, 'state' | 'waitingFor'>[],
): string | null {
  switch (run.state) {
    case 'queued':
      return waitingWords(libraries)
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

function waitingWords(libraries: readonly Pick<RunLibraryView, 'state' | 'waitingFor'>[]): string {
  const holders = new Set(libraries.flatMap((one) => (one.state === 'waiting' ? (one.waitingFor ?? []) : [])))
  const isHeld = libraries.every((one) => one.state === 'waiting') && holders.size > 0
  return isHeld ? `Waiting for ${[...holders].map((id) => `#${id}`).join(', ')}` : 'Waiting for a worker'
}
