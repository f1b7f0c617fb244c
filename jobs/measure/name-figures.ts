import { parseName } from '../../db/domain/naming/parse-name.ts'
import type { ParsedName } from '../../db/domain/naming/parsed-name.ts'
import { isRead } from './name-case.ts'
import type { NameCase } from './name-case.ts'

/** One figure about the reader of names, printed as a line of JSON. */
export type NameFigure = {
  measure: 'names'
  /** `core` per set and suite: title, year, numbers and date all as expected; `speed` over all of them. */
  figure: 'core' | 'rejected' | 'speed'
  suite: string
  value: number
  unit: '%' | 'names/s'
  /** How many cases the figure is made of. */
  of: number
}

type Tally = { right: number; all: number }

/** How many of the cases came out as each expects, per suite and set. */
export function toNameFigures(cases: NameCase[]): NameFigure[] {
  const core = new Map<string, Tally>()
  const rejected = new Map<string, Tally>()
  for (const one of cases) {
    const read = readCase(one)
    const right = isRead(one, read)
    if (one.expect.unparsed) tally(rejected, one.suite, read === null || read.kind === 'unknown')
    else if (right !== null) tally(core, one.suite, right)
  }
  return [...toFigures('core', core), ...toFigures('rejected', rejected)]
}

/** One case's name, read with what the case tells beside it. */
export const readCase = ({ input, isDirectory, parent, libraryRoot, show }: NameCase): ParsedName | null =>
  parseName(String(input), { isDirectory, parent, libraryRoot, show })

// Every suite, and the set it belongs to: "sonarr/Season" counts for "sonarr".
function tally(tallies: Map<string, Tally>, suite: string, isRight: boolean): void {
  for (const key of new Set([suite.split('/')[0] ?? suite, suite])) {
    const { right, all } = tallies.get(key) ?? { right: 0, all: 0 }
    tallies.set(key, { right: right + (isRight ? 1 : 0), all: all + 1 })
  }
}

function toFigures(figure: 'core' | 'rejected', tallies: Map<string, Tally>): NameFigure[] {
  return [...tallies]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([suite, { right, all }]) => {
      const value = Math.round((1000 * right) / all) / 10
      return { measure: 'names', figure, suite, value, unit: '%', of: all }
    })
}
