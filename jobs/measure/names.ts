import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zNameCase } from './name-case.ts'
import type { NameCase } from './name-case.ts'
import { readCase, toNameFigures } from './name-figures.ts'
import type { NameFigure } from './name-figures.ts'

/** Reads every name in the folder's *.jsonl files, and tells how many came out as each line expects, and how fast. */
export async function measureNames(
  dataDir: string,
  print: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<NameFigure[]> {
  const cases = await readCases(dataDir)
  const speed = measureSpeed(cases)
  const figures: NameFigure[] = [
    ...toNameFigures(cases),
    { measure: 'names', figure: 'speed', suite: 'all', value: speed, unit: 'names/s', of: cases.length },
  ]
  for (const figure of figures) print(JSON.stringify(figure))
  return figures
}

async function readCases(dataDir: string): Promise<NameCase[]> {
  const names = (await readdir(dataDir)).filter((name) => name.endsWith('.jsonl')).toSorted()
  const cases: NameCase[] = []
  for (const name of names) {
    for (const line of (await readFile(join(dataDir, name), 'utf8')).split('\n')) {
      if (line === '') continue
      // Other kinds of samples live in the same folder: listings to group, trees without expectations.
      const found = zNameCase.safeParse(JSON.parse(line))
      if (!found.success || typeof found.data.input !== 'string') continue
      const { expect, options } = found.data
      const isOther =
        options !== undefined || expect.notProps !== undefined || expect.subtitleLanguage !== undefined
      if (!isOther) cases.push(found.data)
    }
  }
  return cases
}

// The median of five passes, after one that warms up.
function measureSpeed(cases: NameCase[]): number {
  const speeds = Array.from({ length: 6 }, () => {
    const started = performance.now()
    for (const one of cases) readCase(one)
    return cases.length / ((performance.now() - started) / 1000)
  })
  return Math.round(speeds.slice(1).toSorted((a, b) => a - b)[2] ?? 0)
}
