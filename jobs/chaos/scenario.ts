import type { Chance } from '../sources/sample/chance.ts'
import { anyFault, anyMove, type Deed, tellStory } from './deeds.ts'
import { POINTS, type Point } from './instruments.ts'
import type { SetConfig } from './set-config.ts'

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
  const deeds: Deed[] = [openDeed(chance, libraries.length)]
  for (let n = 1; n < runs; n++) insert(chance, deeds, [openDeed(chance, libraries.length)])
  for (let n = chance.between(1, 2); n > 0; n--)
    insert(chance, deeds, tellStory(chance, chance.between(0, runs - 1)))
  for (let n = chance.between(0, 3); n > 0; n--) insert(chance, deeds, [anyFault(chance)])
  if (chance.is(0.3)) insert(chance, deeds, [changeDeed(chance, libraries)])
  return {
    workers: chance.pick([1, 2, 2, 2, 3]),
    libraries,
    steps: deeds.map((deed) => ({ afterMs: chance.pick([0, 0, 20, 80, 200, 400]), deed })),
    traps: Array.from({ length: chance.between(2, 4) }, () => makeTrap(chance, runs)),
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
      deafMs: chance.pick([0, 0, 0, 500]),
      stumbles: chance.is(0.08) ? 1 : 0,
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

/** Puts things that follow one another somewhere among the others, in their order, never before the first. */
function insert(chance: Chance, deeds: Deed[], more: readonly Deed[]): void {
  let at = chance.between(1, deeds.length)
  for (const deed of more) {
    deeds.splice(at, 0, deed)
    at = Math.min(deeds.length, at + 1 + (chance.is(0.3) ? 1 : 0))
  }
}

function changeDeed(chance: Chance, libraries: readonly LibraryPlan[]): Deed {
  const library = chance.between(0, libraries.length - 1)
  return { do: 'change', library, count: Math.floor((libraries[library]?.config.count ?? 0) * chance.next()) }
}

function makeTrap(chance: Chance, runs: number): Trap {
  const point = chance.pick(POINTS)
  const isPerRow = point.startsWith('run_entry') || point.startsWith('media_file')
  return {
    point,
    nth: isPerRow ? chance.between(1, 250) : chance.between(1, 3),
    seconds: chance.between(10, 40) / 100,
    deed: chance.is(0.6) ? anyFault(chance) : anyMove(chance, runs),
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
  return { type, nth: chance.between(1, 4), deed: chance.is(0.6) ? anyFault(chance) : anyMove(chance, runs) }
}
