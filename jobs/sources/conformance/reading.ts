import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../../../db/domain/entry.ts'
import type { Reading } from '../source.ts'
import { checkDraft } from './draft.ts'
import { listAll, neverAborted, type OpenFixture, type SourceFixture, told, withFixture } from './fixture.ts'
import { checkStorable } from './storable.ts'
import { checkTrouble } from './trouble.ts'
import { type Violation, Violations } from './violation.ts'

/** How what the source reads breaks the contract. */
export async function readingViolations(open: OpenFixture): Promise<Violation[]> {
  const found = new Violations()
  await withFixture(open, neverAborted(), async (fixture) => {
    const entries = (await listAll(fixture)).flat()
    const readings = await readAll(fixture, entries)
    checkEach(entries, readings, found)
    checkSame(readings, await readAll(fixture, entries), found)
    found.unless(
      (await readAll(fixture, [])).length === 0,
      'one reading for each entry',
      'readings of no entry',
    )
  })
  return found.list
}

/** How the source takes entries that are gone, or that an older version of it staged. */
export async function strangerViolations(open: OpenFixture): Promise<Violation[]> {
  const found = new Violations()
  await withFixture(open, neverAborted(), async (fixture) => {
    const entries = (await listAll(fixture)).flat()
    const sound = entries.find((entry) => !entry.trouble)
    const gone = fixture.vanished ?? madeUp(sound)
    const readings = await readOrTell(fixture, gone, 'a vanished entry', found)
    for (const reading of readings) {
      if ('trouble' in reading) checkTrouble(reading.trouble, gone, found)
      else found.add('bad entry is a reading', `a vanished entry was read: ${JSON.stringify(reading.draft)}`)
    }
    if (!sound) return
    await readOrTell(fixture, { ...sound, data: { from: ['an older version'] } }, 'data of old', found)
    await readOrTell(fixture, { ...sound, data: 7 }, 'data that is a number', found)
  })
  return found.list
}

function madeUp(like: Entry | undefined): Entry {
  const { data: _, ...rest } = like ?? { fingerprint: '0', kind: 'other' as const }
  return { ...rest, key: 'gone/since then', label: 'Gone since then', path: '/gone/since then' }
}

async function readOrTell(
  fixture: SourceFixture,
  entry: Entry,
  what: string,
  found: Violations,
): Promise<Reading[]> {
  try {
    const readings = await readAll(fixture, [entry])
    found.unless(
      readings.length === 1 && readings[0]?.key === entry.key,
      'one reading for each entry',
      `${what} gave ${JSON.stringify(readings)}`,
    )
    return readings
  } catch (thrown) {
    found.add('bad entry is a reading', `${what} threw ${told(thrown)}`)
    return []
  }
}

async function readAll(fixture: SourceFixture, entries: readonly Entry[]): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const reading of fixture.source.ingest(fixture.library, entries)) readings.push(reading)
  return readings
}

function checkEach(entries: readonly Entry[], readings: readonly Reading[], found: Violations): void {
  const asked = new Map(entries.map((entry) => [entry.key, entry]))
  const read = new Set<string>()
  for (const reading of readings) {
    const entry = asked.get(reading.key)
    found.unless(entry !== undefined, 'one reading for each entry', `${reading.key} was not asked for`)
    found.unless(!read.has(reading.key), 'one reading for each entry', `${reading.key} was read twice`)
    read.add(reading.key)
    if ('trouble' in reading) checkTrouble(reading.trouble, entry ?? null, found)
    else checkDraft(reading.draft, reading.key, found)
    checkStorable(reading, `the reading of ${JSON.stringify(reading.key)}`, found)
  }
  for (const key of asked.keys()) {
    found.unless(read.has(key), 'one reading for each entry', `${key} was not read`)
  }
}

function checkSame(first: readonly Reading[], again: readonly Reading[], found: Violations): void {
  const second = new Map(again.map((reading) => [reading.key, reading]))
  for (const reading of first) {
    const other = second.get(reading.key)
    found.unless(
      isDeepStrictEqual(reading, other),
      'reading is deterministic',
      `${JSON.stringify(reading)}, then ${JSON.stringify(other)}`,
    )
  }
}
