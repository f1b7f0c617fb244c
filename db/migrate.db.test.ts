import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectRaw } from './connect.ts'
import { isMigrated, migrate, readJournal } from './migrate.ts'
import { StartRefused } from './start-refused.ts'
import type { TestDatabase } from './testing/test-database.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createTestDatabase('empty')
  folder = await mkdtemp(path.join(tmpdir(), 'marquee-migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

test('our own migrations stand in an order in which none is passed over', async () => {
  expect((await readJournal()).length).toBeGreaterThan(0)
})

test('two processes that start at once apply every migration once', async () => {
  await writeMigrations([1000, 2000])
  const results = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)])
  expect(results.map((result) => result.applied).sort()).toEqual([0, 2])
})

test('the queue has its tables too', async () => {
  await writeMigrations([1000])
  await migrate(database.url, folder)
  const rows = await database.db.execute(`select to_regclass('graphile_worker.jobs') is not null as jobs`)
  expect(rows[0]?.jobs).toBe(true)
})

test('a later build adds only what is new', async () => {
  await writeMigrations([1000])
  await migrate(database.url, folder)
  await writeMigrations([1000, 2000])
  expect(await isCurrent()).toBe(false)
  expect(await migrate(database.url, folder)).toEqual({ applied: 1 })
  expect(await isCurrent()).toBe(true)
})

test('a database that a newer build has changed is refused, and left as it is', async () => {
  await writeMigrations([1000, 2000])
  await migrate(database.url, folder)
  await writeMigrations([1000])
  await expect(migrate(database.url, folder)).rejects.toThrow(StartRefused)
  await expect(migrate(database.url, folder)).rejects.toThrow(/newer Marquee \(1 of its 2 migrations/)
})

test('a migration dated before its predecessor stops the start instead of being passed over', async () => {
  await writeMigrations([2000, 1000])
  await expect(migrate(database.url, folder)).rejects.toThrow(/m1 is dated before m0/)
})

test('a migration that fails leaves nothing behind and can be tried again', async () => {
  await writeMigrations([1000, 2000], 'create table t1 (id int); select 1/0')
  await expect(migrate(database.url, folder)).rejects.toThrow()
  await writeMigrations([1000, 2000])
  expect(await migrate(database.url, folder)).toEqual({ applied: 2 })
})

async function isCurrent(): Promise<boolean> {
  const client = connectRaw(database.url, { max: 1 })
  try {
    return await isMigrated(client, folder)
  } finally {
    await client.end()
  }
}

async function writeMigrations(dates: number[], last?: string): Promise<void> {
  await mkdir(path.join(folder, 'meta'), { recursive: true })
  const entries = dates.map((when, idx) => ({ idx, when, tag: `m${idx}`, version: '7', breakpoints: true }))
  await writeFile(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }))
  for (const entry of entries) {
    const isLast = entry.idx === dates.length - 1
    const text = isLast && last ? last : `create table t${entry.idx} (id int)`
    await writeFile(path.join(folder, `${entry.tag}.sql`), text)
  }
}
