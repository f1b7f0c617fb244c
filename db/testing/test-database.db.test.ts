import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { connectRaw } from '../connect.ts'
import { isMigrated } from '../migrate.ts'
import { createTestDatabase } from './test-database.ts'

test('databases asked for at the same moment are all made, migrated and apart', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()))
  for (const { db, url } of databases) {
    await db.execute(sql`create table only_here (id int)`)
    const client = connectRaw(url, { max: 1 })
    expect(await isMigrated(client)).toBe(true)
    await client.end()
  }
  await Promise.all(databases.map((database) => database.drop()))
  const admin = connectRaw(inject('testServer').url, { max: 1 })
  const names = databases.map((database) => new URL(database.url).pathname.slice(1))
  const left = await admin`select 1 from pg_database where datname = any(${names})`
  await admin.end()
  expect(left).toHaveLength(0)
})
