import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOUSE } from './house.ts'
import { type Journal, journalFaults, zJournal } from './journal-faults.ts'
import { whatIsNotMigrated } from './schema-drift.ts'

const MIGRATIONS = join(HOUSE, 'db/migrations')
const two: Journal = {
  entries: [
    { idx: 0, when: 1000, tag: '0000_first' },
    { idx: 1, when: 2000, tag: '0001_second' },
  ],
}
const files = ['0000_first.sql', '0001_second.sql', 'meta']

describe('a journal of migrations is refused', () => {
  test.each([
    [
      'when a later one carries an earlier moment',
      [1000, 999],
      files,
      '0001_second is not later than 0000_first',
    ],
    ['when two carry the same moment', [1000, 1000], files, '0001_second is not later than 0000_first'],
    ['when a file is missing', [1000, 2000], ['0000_first.sql'], '0001_second.sql is missing'],
    [
      'when it does not name a file',
      [1000, 2000],
      [...files, '0002_x.sql'],
      '0002_x.sql is not in the journal',
    ],
  ])('%s', (_, whens, present, fault) => {
    const entries = two.entries.map((entry, n) => ({ ...entry, when: whens[n] ?? 0 }))
    expect(journalFaults({ entries }, present)).toEqual([fault])
  })

  test('when its numbers have a gap', () => {
    const entries = two.entries.map((entry) => ({ ...entry, idx: entry.idx * 2 }))
    expect(journalFaults({ entries }, files)).toEqual(['0001_second is number 2, not 1'])
  })
})

test('our migrations are in order, and each is in the journal', async () => {
  const journal = zJournal.parse(JSON.parse(await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')))
  expect(journalFaults(journal, await readdir(MIGRATIONS))).toEqual([])
  expect(journalFaults(two, files)).toEqual([])
})

test('the migrations make exactly the tables that db/schema describes', async () => {
  expect(await whatIsNotMigrated(MIGRATIONS)).toBeNull()
}, 60_000)

test('tables that no migration makes are noticed', async () => {
  expect(await whatIsNotMigrated(null)).toContain('CREATE TABLE')
}, 60_000)
