import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { makeRun } from './run-views/testing/make-run.ts'
import { tryTransaction } from './try-transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.db.execute(sql`create table pair (id integer primary key, n integer not null)`)
  await database.db.execute(sql`insert into pair values (1, 0), (2, 0)`)
})
afterAll(() => database.drop())

test('two transactions that lock each other out both get through', async () => {
  const { db } = database
  let arrived = 0
  let meet = () => {}
  const both = new Promise<void>((resolve) => (meet = resolve))
  const raise = (first: number, second: number) =>
    tryTransaction(db, async (tx) => {
      await tx.execute(sql`update pair set n = n + 1 where id = ${first}`)
      if (++arrived === 2) meet()
      await both
      await tx.execute(sql`update pair set n = n + 1 where id = ${second}`)
    })
  await Promise.all([raise(1, 2), raise(2, 1)])
  expect(await db.execute(sql`select id, n from pair order by id`)).toEqual([
    { id: 1, n: 2 },
    { id: 2, n: 2 },
  ])
  expect(arrived).toBe(3)
})

test('a library that somebody took meanwhile is asked for again', async () => {
  const { db } = database
  const [holder, other] = [await makeRun(db), await makeRun(db)]
  const { libraryId } = holder.parts[0]!
  const mine = other.parts[0]!.runLibraryId
  let tries = 0
  await tryTransaction(db, async (tx) => {
    const take = tries++ === 0
    await tx.execute(sql`
      update run_library set library_id = ${libraryId}, holds = ${take} where id = ${mine}`)
  })
  expect(tries).toBe(2)
})

test('an error that trying again does not mend is passed on at once', async () => {
  let tries = 0
  const failing = tryTransaction(database.db, async (tx) => {
    tries += 1
    await tx.execute(sql`insert into pair values (1, 0)`)
  })
  await expect(failing).rejects.toThrow()
  expect(tries).toBe(1)
})
