import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../../../db/domain/entry.ts'
import { ENTRY_KINDS } from '../../../db/domain/media.ts'
import { listAll, neverAborted, type OpenFixture, withFixture } from './fixture.ts'
import { checkStorable } from './storable.ts'
import { checkTrouble } from './trouble.ts'
import { type Violation, Violations } from './violation.ts'

/** Most entries in one batch: what a source may hold in memory at a time, whatever the library's size. */
export const BATCH_LIMIT = 5000
const KEY_BYTES = 500

/** How the source's listing breaks the contract. */
export async function listingViolations(open: OpenFixture): Promise<Violation[]> {
  const found = new Violations()
  const first = await withFixture(open, neverAborted(), async (fixture) => {
    const batches = await listAll(fixture)
    for (const batch of batches) {
      found.unless(batch.length <= BATCH_LIMIT, 'batch is bounded', `a batch of ${batch.length}`)
    }
    const entries = batches.flat()
    checkExpected(entries, fixture.expectedKeys, found)
    return entries
  })
  checkKeys(first, found)
  checkShows(first, found)
  for (const entry of first) checkEntry(entry, found)
  const again = await withFixture(open, neverAborted(), async (fixture) => (await listAll(fixture)).flat())
  checkSame(first, again, found)
  return found.list
}

function checkKeys(entries: readonly Entry[], found: Violations): void {
  const seen = new Set<string>()
  for (const { key } of entries) {
    found.unless(!seen.has(key), 'key unique', `${JSON.stringify(key)} twice`)
    seen.add(key)
    const bytes = Buffer.byteLength(key)
    found.unless(bytes > 0 && bytes <= KEY_BYTES, 'key fits an index', `a key of ${bytes} bytes: ${key}`)
  }
}

function checkShows(entries: readonly Entry[], found: Violations): void {
  const titles = new Map<string, string>()
  for (const { key, show } of entries) {
    if (!show) continue
    const title = titles.get(show.key) ?? show.title
    titles.set(show.key, title)
    found.unless(
      show.title === title,
      'show is grouped once',
      `${show.key} is “${title}” and “${show.title}”`,
    )
    found.unless(show.title.trim() !== '', 'label says something', `the show of ${key} has no title`)
    const bytes = Buffer.byteLength(show.key)
    found.unless(bytes > 0 && bytes <= KEY_BYTES, 'key fits an index', `a show key of ${bytes} bytes`)
  }
}

function checkEntry(entry: Entry, found: Violations): void {
  found.unless(entry.label.trim() !== '', 'label says something', `${entry.key} has no label`)
  found.unless(ENTRY_KINDS.includes(entry.kind), 'kind is known', `${entry.key} is a ${entry.kind}`)
  found.unless(
    entry.season === undefined || (Number.isInteger(entry.season) && entry.season >= 0),
    'season is a number',
    `${entry.key} is in season ${entry.season}`,
  )
  checkStorable(entry, `entry ${JSON.stringify(entry.key)}`, found)
  if (entry.trouble) checkTrouble(entry.trouble, entry, found)
}

function checkExpected(
  entries: readonly Entry[],
  keys: readonly string[] | undefined,
  found: Violations,
): void {
  if (!keys) return
  const expected = new Set(keys)
  const listed = new Set(entries.map((entry) => entry.key))
  for (const key of expected) {
    found.unless(listed.has(key), 'listing is as expected', `${key} is not listed`)
  }
  for (const key of listed) found.unless(expected.has(key), 'listing is as expected', `${key} is listed`)
}

/** The order is free: a walk may go side by side. What is listed is not. */
function checkSame(first: readonly Entry[], again: readonly Entry[], found: Violations): void {
  const second = new Map(again.map((entry) => [entry.key, entry]))
  for (const entry of first) {
    const other = second.get(entry.key)
    found.unless(
      isDeepStrictEqual(entry, other),
      'listing is deterministic',
      `${JSON.stringify(entry)}, then ${JSON.stringify(other)}`,
    )
  }
  found.unless(
    first.length === again.length,
    'listing is deterministic',
    `${first.length} entries, then ${again.length}`,
  )
}
