import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTRY_STATUSES } from '../../domain/outcome.ts'
import { runEntry } from '../../schema/run-entry.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import type { EntryFilter } from '../entry-filter.ts'
import { readFacets } from './entry-facets.ts'
import { listEntries } from './run-entries.ts'
import { makeRun, type MadeRun } from './testing/make-run.ts'

type Row = typeof runEntry.$inferInsert

let database: TestDatabase
let made: MadeRun
let rows: (Row & { id: number })[]

beforeAll(async () => {
  database = await createTestDatabase()
  made = await makeRun(database.db, { libraries: 2, shows: 2, episodes: 30 })
  // Another run's entries, which must never be met.
  const other = await makeRun(database.db)
  await database.db.insert(runEntry).values(entry(other, 0, { label: 'Not ours' }))
  const values = Array.from({ length: 120 }, (_, n) => {
    const status = ENTRY_STATUSES[n % 6]!
    const code = status === 'failed' ? (['file_missing', 'no_space'] as const)[n % 4 === 1 ? 0 : 1] : null
    const resolution = status === 'failed' ? (['open', 'fixed'] as const)[n % 5 === 0 ? 1 : 0] : null
    return entry(made, n, { status, code, resolution, season: n % 3, attempt: n % 10 === 0 ? 2 : 1 })
  })
  rows = await database.db.insert(runEntry).values(values).returning()
})
afterAll(() => database.drop())

function entry(run: MadeRun, n: number, rest: Partial<Row>): Row {
  const part = run.parts[n % run.parts.length]!
  return {
    runId: run.runId,
    runLibraryId: part.runLibraryId,
    showId: n % 4 === 3 ? null : part.showIds[0]!,
    lane: 0,
    kind: 'episode',
    key: `key-${n}`,
    fingerprint: '',
    label: `Episode ${n}`,
    path: `/shows/Café_${n}/100%/file.mkv`,
    detail: n === 8 ? 'C:\\temp was full' : null,
    ...rest,
  }
}

/** What the filter means, said again without SQL. */
function matches(row: Row, filter: EntryFilter): boolean {
  const has = (list: readonly unknown[] | undefined, value: unknown) => !list || list.includes(value)
  const libraryId = made.parts.find((part) => part.runLibraryId === row.runLibraryId)?.libraryId
  return (
    has(filter.status, row.status) &&
    has(filter.code, row.code) &&
    has(filter.resolution, row.resolution) &&
    has(filter.libraryId, libraryId) &&
    has(filter.showId, row.showId) &&
    has(filter.season, row.season) &&
    has(filter.attempt, row.attempt) &&
    [row.label, row.path, row.detail].some((text) => !filter.q || text?.toLowerCase().includes(filter.q))
  )
}

test('pages hold each entry that matches once, in order, and nothing else', async () => {
  const some = <Value>(...values: Value[]) =>
    fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined })
  const filters = fc.record({
    status: some(...ENTRY_STATUSES),
    code: some('file_missing' as const, 'no_space' as const),
    resolution: some('open' as const, 'fixed' as const),
    libraryId: some(...made.parts.map((part) => part.libraryId)),
    showId: some(...made.parts.map((part) => part.showIds[0]!)),
    season: some(0, 1, 2),
    attempt: some(1, 2),
    q: fc.constantFrom(undefined, 'episode 1', '%', 'é_1', '\\t', 'nothing'),
  })
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 50 }), async (filter, limit) => {
      const wanted = rows.filter((row) => matches(row, filter)).map((row) => row.id)
      const met: number[] = []
      let cursor: number | null = null
      do {
        const page: Awaited<ReturnType<typeof listEntries>> = await listEntries(database.db, {
          runId: made.runId,
          filter,
          cursor,
          limit,
        })
        expect(page.count).toBe(wanted.length)
        met.push(...page.entries.map((one) => one.entryId))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(met).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})

test('a search finds signs as they are, not as patterns', async () => {
  const count = async (q: string) =>
    (await listEntries(database.db, { runId: made.runId, filter: { q }, limit: 1 })).count
  expect(await count('100%')).toBe(120)
  expect(await count('1%0')).toBe(0)
  expect(await count('CAFÉ_7/')).toBe(1)
  expect(await count('caféx7')).toBe(0)
  expect(await count('c:\\temp')).toBe(1)
})

test('a facet counts what choosing its value would leave, whatever of it is chosen now', async () => {
  const filter: EntryFilter = { status: ['failed'], season: [2] }
  const facets = await readFacets(database.db, made.runId, filter)
  const wanted = ENTRY_STATUSES.map((status) => ({
    value: status,
    count: rows.filter((row) => matches(row, { ...filter, status: [status] })).length,
  })).filter((one) => one.count > 0)
  expect(facets.status).toHaveLength(wanted.length)
  expect(facets.status).toEqual(expect.arrayContaining(wanted))
  const failed = rows.filter((row) => matches(row, filter))
  expect(failed.length).toBeGreaterThan(0)
  for (const key of ['code', 'libraryId', 'attempt'] as const) {
    expect(facets[key].reduce((sum, one) => sum + one.count, 0)).toBe(failed.length)
  }
})
