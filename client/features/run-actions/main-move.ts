import type { RunLive } from '../../api/live-store.ts'
import type { RunSummary } from '../../api/wire.ts'
import { formatQuantity } from '../../text/format.ts'

/** What the first button of a run that has not ended does; nothing while the run is stopping. */
export interface MainMove {
  move: 'pause' | 'resume'
  label: string
  icon: string
  tooltip: string
}

const pause: MainMove = {
  move: 'pause',
  label: 'Pause',
  icon: 'i-lucide-pause',
  tooltip: 'Stops after the items in hand (P)',
}

const resume: MainMove = {
  move: 'resume',
  label: 'Resume',
  icon: 'i-lucide-play',
  tooltip: 'Goes on where it stopped (P)',
}

/** The first button's move in a state. */
export function mainMove(state: RunSummary['state']): MainMove | null {
  if (state === 'queued' || state === 'running') return pause
  return state === 'paused' ? resume : null
}

/** What a run that is stopping still waits for: "Pausing — finishing 3 batches". */
export function stoppingWords({ run, libraries }: Pick<RunLive, 'run' | 'libraries'>): string {
  const word = run.state === 'cancelling' ? 'Cancelling' : 'Pausing'
  const batches = libraries.order.flatMap((id) => libraries.byId[id]?.now ?? []).length
  return batches > 0 ? `${word} — finishing ${formatQuantity(batches, 'batch', 'batches')}` : `${word}…`
}
