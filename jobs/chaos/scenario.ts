import type { Chance } from '../sources/sample/chance.ts'
import { POINTS, type Point } from './instruments.ts'
import type { SetConfig } from './set-config.ts'

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
  | { do: 'fault'; fault: Fault }
  | { do: 'change'; library: number; count: number }

/** A transaction that is to be caught at a point, the nth time it is reached, and what is done to it then. */
export interface Trap {
  point: Point
  nth: number
  seconds: number
  deed: Deed
}

/** Something done as soon as a viewer has seen an event: right after the commit that wrote it. */
export interface Ambush {
  type: string
  nth: number
  deed: Deed
}

export interface LibraryPlan {
  title: string
  mediaKind: 'movie' | 'show'
  lanes: number
  config: SetConfig
}

/** All that a seed decides: what there is, what is done when, and what goes wrong. */
export interface Scenario {
  workers: number
  libraries: LibraryPlan[]
  steps: { afterMs: number; deed: Deed }[]
  traps: Trap[]
  ambushes: Ambush[]
  /** What becomes of runs that are still paused when it is over. */
  paused: 'resume' | 'cancel' | 'leave'
}

/** Makes a scenario of a seed's chance. Pure. */
export function makeScenario(chance: Chance): Scenario {
  const libraries = Array.from({ length: chance.between(2, 4) }, (_, at) => makeLibrary(chance, at))
  const runs = chance.between(1, 3)
  const steps: Scenario['steps'] = [{ afterMs: 0, deed: openDeed(chance, libraries.length) }]
  for (let n = 1; n < runs; n++)
    steps.push({ afterMs: gap(chance), deed: openDeed(chance, libraries.length) })
  for (let n = chance.between(2, 7); n > 0; n--) {
    steps.splice(chance.between(1, steps.length), 0, {
      afterMs: gap(chance),
      deed: someDeed(chance, runs, libraries),
    })
  }
  return {
    workers: chance.pick([1, 2, 2, 2, 3]),
    libraries,
    steps,
    traps: Array.from({ length: chance.between(1, 3) }, () => makeTrap(chance, runs)),
    ambushes: Array.from({ length: chance.between(0, 2) }, () => makeAmbush(chance, runs)),
    paused: chance.pick(['resume', 'resume', 'cancel', 'leave']),
  }
}

function makeLibrary(chance: Chance, at: number): LibraryPlan {
  const isTroubled = chance.is(0.7)
  const share = (most: number) => (isTroubled ? chance.between(0, most) : 0)
  const count = chance.pick([0, 40, 150, 200, 300, 400, 600, 900])
  return {
    title: `Library ${at + 1}`,
    mediaKind: chance.pick(['movie', 'show']),
    lanes: chance.between(1, 3),
    config: {
      space: chance.is(0.6) ? 'shared' : `own ${at}`,
      first: chance.between(0, 3) * 100,
      count,
      version: 1,
      failing: share(200),
      passing: share(30),
      refused: chance.is(0.4) ? share(3) : 0,
      skipped: share(50),
      restMs: chance.pick([1, 3, 10, 25]),
      breaksAfter: chance.is(0.1) ? Math.floor(count / 2) : null,
    },
  }
}

function openDeed(chance: Chance, libraries: number): Deed {
  const all = Array.from({ length: libraries }, (_, at) => at)
  const some = all.filter(() => chance.is(0.7))
  return {
    do: 'open',
    libraries: some.length > 0 ? some : all,
    mode: chance.is(0.3) ? 'incremental' : 'full',
    dryRun: chance.is(0.15),
  }
}

function someDeed(chance: Chance, runs: number, libraries: readonly LibraryPlan[]): Deed {
  if (chance.is(0.4)) return faultDeed(chance)
  if (chance.is(0.1)) {
    const library = chance.between(0, libraries.length - 1)
    return {
      do: 'change',
      library,
      count: Math.floor((libraries[library]?.config.count ?? 0) * chance.next()),
    }
  }
  return moveDeed(chance, runs)
}

function moveDeed(chance: Chance, runs: number): Deed {
  const move = chance.pick<Move>([
    'pause',
    'pause',
    'resume',
    'resume',
    'resume',
    'cancel',
    'force',
    ...MOVES.slice(4),
  ])
  return { do: 'move', move, run: chance.between(0, runs - 1) }
}

/** Mostly workers and connections; a server that restarts takes everybody's time. */
function faultDeed(chance: Chance): Deed {
  const fault = chance.is(0.1)
    ? chance.pick<Fault>(['crash', 'restart', 'kill_server'])
    : chance.pick<Fault>(['kill', 'kill', 'freeze', 'cut', 'cut', 'cut_life', 'cut_listen'])
  return { do: 'fault', fault }
}

function makeTrap(chance: Chance, runs: number): Trap {
  const point = chance.pick(POINTS)
  const isPerRow = point.startsWith('run_entry') || point.startsWith('media_file')
  return {
    point,
    nth: isPerRow ? chance.between(1, 900) : chance.between(1, 6),
    seconds: chance.between(10, 40) / 100,
    deed: chance.is(0.6) ? faultDeed(chance) : moveDeed(chance, runs),
  }
}

function makeAmbush(chance: Chance, runs: number): Ambush {
  const type = chance.pick([
    'prescan.advanced',
    'batch.committed',
    'total.locked',
    'attempt.started',
    'run.cancelled',
  ])
  return {
    type,
    nth: chance.between(1, 6),
    deed: chance.is(0.6) ? faultDeed(chance) : moveDeed(chance, runs),
  }
}

function gap(chance: Chance): number {
  return chance.pick([0, 20, 100, 250, 400, 700])
}
