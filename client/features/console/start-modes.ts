import type { StartRequest } from '../../api/start-run.ts'
import type { LibraryView } from '../../api/wire.ts'

/** How a run is to go over its libraries. */
export type StartMode = 'incremental' | 'full' | 'dry'

/** Every mode with what it does, in one sentence. */
export const startModes = [
  {
    value: 'incremental',
    label: 'Incremental',
    hint: 'Takes what is new or has changed since the last run, and what failed then.',
  },
  { value: 'full', label: 'Full', hint: 'Goes through everything, and notes what is gone.' },
  { value: 'dry', label: 'Dry run', hint: 'Says what a full run would do. Nothing is written.' },
] as const satisfies readonly { value: StartMode; label: string; hint: string }[]

/** The mode to begin with: only what has been gone through once can be asked for what is new. */
export function usualMode(picked: readonly Pick<LibraryView, 'lastFull'>[]): StartMode {
  return picked.length > 0 && picked.every((library) => library.lastFull !== null) ? 'incremental' : 'full'
}

/** What the server is told for a mode. */
export function requestOf(mode: StartMode): Pick<StartRequest, 'mode' | 'dryRun'> {
  return mode === 'dry' ? { mode: 'full', dryRun: true } : { mode }
}

/** What the button says that starts it: "Run full ingest on 5". */
export function startLabel(mode: StartMode, count: number): string {
  const what = mode === 'dry' ? 'Dry run' : `Run ${mode} ingest`
  return count === 0 ? what : `${what} on ${count}`
}
