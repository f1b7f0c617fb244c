import type { Chance } from '../sources/sample/chance.ts'

/** What is done to processes, connections and the server. */
export const FAULTS = [
  'kill',
  'freeze',
  'cut',
  'cut_life',
  'cut_listen',
  'crash',
  'restart',
  'kill_server',
] as const
export type Fault = (typeof FAULTS)[number]

/** What people do with a run. */
export const MOVES = [
  'pause',
  'resume',
  'cancel',
  'force',
  'retry',
  'retry_some',
  'again',
  'remaining',
] as const
export type Move = (typeof MOVES)[number]

export type Deed =
  | { do: 'open'; libraries: number[]; mode: 'full' | 'incremental'; dryRun: boolean }
  | { do: 'move'; move: Move; run: number }
  | { do: 'await'; what: Awaited; run: number }
  | { do: 'fault'; fault: Fault }
  | { do: 'change'; library: number; count: number }

/** What a person waits for before they go on; not for ever. */
export type Awaited = 'working' | 'failing' | 'ended'

/** Things that people do one after another; the run is filled in. */
const STORIES: (Move | Awaited)[][] = [
  ['working', 'pause', 'resume'],
  ['working', 'pause', 'force', 'resume'],
  ['pause', 'resume', 'pause', 'resume'],
  ['working', 'pause', 'cancel'],
  ['working', 'cancel', 'force', 'ended', 'remaining'],
  ['working', 'cancel', 'ended', 'retry', 'ended', 'remaining'],
  ['working', 'cancel', 'ended', 'remaining', 'working', 'cancel'],
  ['failing', 'retry_some', 'retry'],
  ['failing', 'pause', 'retry', 'resume'],
  ['ended', 'retry'],
  ['ended', 'retry', 'pause', 'resume', 'ended', 'retry'],
  ['ended', 'again', 'pause', 'force', 'resume'],
  ['ended', 'retry_some', 'cancel', 'ended', 'retry'],
  ['ended', 'again', 'retry'],
]

/** One thing after another that a person does with a run. */
export function tellStory(chance: Chance, run: number): Deed[] {
  return (STORIES[chance.between(0, STORIES.length - 1)] ?? []).map((what) =>
    what === 'working' || what === 'failing' || what === 'ended'
      ? { do: 'await', what, run }
      : { do: 'move', move: what, run },
  )
}

/** Any one thing that a person does with any run. */
export function anyMove(chance: Chance, runs: number): Deed {
  const move = chance.pick<Move>([
    'pause',
    'resume',
    'cancel',
    'force',
    'retry',
    'retry_some',
    'again',
    'remaining',
  ])
  return { do: 'move', move, run: chance.between(0, runs - 1) }
}

/** Mostly workers and connections; a server that restarts takes everybody's time. */
export function anyFault(chance: Chance): Deed {
  const fault = chance.is(0.08)
    ? chance.pick<Fault>(['crash', 'restart', 'kill_server'])
    : chance.pick<Fault>(['kill', 'kill', 'freeze', 'cut', 'cut', 'cut_life', 'cut_listen'])
  return { do: 'fault', fault }
}
