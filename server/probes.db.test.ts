import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RawClient } from '../db/connect.ts'
import { connectRaw } from '../db/connect.ts'
import { answerProbe, takeProbes } from '../db/queries/probe-answers.ts'
import type { TestDatabase } from '../db/testing/test-database.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { PROBE_CHANNEL } from '../jobs/contract/probes.ts'
import type { Probes } from './probes.ts'
import { createProbes } from './probes.ts'

let database: TestDatabase
let client: RawClient
let worker: RawClient
let probes: Probes
beforeAll(async () => {
  database = await createTestDatabase()
  client = connectRaw(database.url, { max: 1, connection: { application_name: 'asker' } })
  worker = connectRaw(database.url, { max: 1 })
  probes = await createProbes(database.db, client)
})
afterAll(async () => {
  await probes.close()
  await Promise.all([client.end(), worker.end()])
  await database.drop()
})

const check = (sourceId: number) => ({ kind: 'check_source', sourceId }) as const

/** Answers the next question as soon as it is asked, once `first` is done. */
async function answerNext(
  note: string,
  first: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const listening = await worker.listen(PROBE_CHANNEL, async (said) => {
    if (!said.startsWith('ask:')) return
    await listening.unlisten()
    await first()
    for (const probe of await takeProbes(database.db)) {
      await answerProbe(database.db, probe.id, { ok: true, note }, PROBE_CHANNEL)
    }
  })
}

test('a worker that hears the question is heard with its answer', async () => {
  await answerNext('Readable.')
  expect(await probes.ask(check(1))).toEqual({ ok: true, note: 'Readable.' })
})

test('without a worker the answer after the deadline is that there is none', async () => {
  expect(await probes.ask(check(1), { waitMs: 20 })).toEqual({ ok: false, noWorker: true })
  expect(await takeProbes(database.db)).toHaveLength(1)
})

test('an answer that came while the connection was lost is found when it is back', async () => {
  // The nudge of the answer goes nowhere: whoever would hear it has just been cut off.
  await answerNext('Still readable.', () =>
    database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'asker' and datname = current_database() and query ilike 'listen%'`),
  )
  expect(await probes.ask(check(1), { waitMs: 30_000 })).toEqual({ ok: true, note: 'Still readable.' })
})

test('questions of long ago are gone with the next one', async () => {
  await database.db.execute(sql`update probe set asked_at = now() - interval '2 hours'`)
  await probes.ask(check(1), { waitMs: 1 })
  expect(await database.db.execute(sql`select count(*)::int as n from probe`)).toEqual([{ n: 1 }])
})
