import { sql } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openRun } from '../../../db/queries/open-run.ts'
import { createTestDatabase, type TestDatabase } from '../../../db/testing/test-database.ts'
import { SAMPLE_LIBRARIES } from '../../contract/source-settings.ts'
import { checkLedger } from '../../pipeline/testing/check-ledger.ts'
import { startWorker, type Worker } from '../../worker.ts'
import { sample } from './source.ts'

let database: TestDatabase
let worker: Worker
let runId: number

beforeAll(async () => {
  database = await createTestDatabase()
  worker = await startWorker({
    databaseUrl: database.url,
    registry: { sample },
    roots: null,
    log: pino({ level: 'silent' }),
    version: 'test',
    sweepMs: 200,
    decrypt: (secret) => secret,
    backOffMs: [10],
    listFolders: (path) => Promise.resolve({ ok: true, path, parent: null, folders: [], more: false }),
  })
  runId = await runAll(await makeLibraries())
})

afterAll(async () => {
  await worker.stop()
  await database.drop()
})

async function makeLibraries(): Promise<number[]> {
  const [source] = await database.db.execute<{ id: number }>(sql`
    insert into source (kind, name, config) values ('sample', 'Sample data', '{"itemsPerSecond": 0}') returning id`)
  const ids: number[] = []
  for (const { set, title, mediaKind } of SAMPLE_LIBRARIES) {
    const [row] = await database.db.execute<{ id: number }>(sql`
      insert into library (source_id, title, media_kind, config)
      values (${source?.id ?? 0}, ${title}, ${mediaKind}, ${JSON.stringify({ set })}::jsonb) returning id`)
    ids.push(row?.id ?? 0)
  }
  return ids
}

async function runAll(libraryIds: number[]): Promise<number> {
  const person = { id: 'ana', name: 'Ana' }
  const opened = await database.db.transaction((tx) => openRun(tx, { person, libraryIds, mode: 'full' }))
  await vi.waitFor(async () => expect((await cursor(opened.runId))['state']).toBe('finished'), 50_000)
  return opened.runId
}

async function cursor(id: number): Promise<{ [column: string]: unknown }> {
  const [row] = await database.db.execute(sql`
    select state, outcome, found, created, updated, unchanged, skipped, failed from run_cursor where run_id = ${id}`)
  return row ?? {}
}

describe('a full run over the sample data', () => {
  test('makes an item of every unit but 22 failures and 52 skips', async () => {
    expect(await cursor(runId)).toEqual({
      state: 'finished',
      outcome: 'partial',
      found: 6999,
      created: 6925,
      updated: 0,
      unchanged: 0,
      skipped: 52,
      failed: 22,
    })
    await vi.waitFor(async () => expect(await checkLedger(database.db, runId)).toEqual([]), 10_000)
  })

  test('fails for three causes', async () => {
    const causes = await database.db.execute(sql`
      select code, count(*)::integer as units from run_entry where run_id = ${runId} and status = 'failed'
      group by code, cause order by units desc`)
    expect([...causes]).toEqual([
      { code: 'file_missing', units: 14 },
      { code: 'permission_denied', units: 5 },
      { code: 'metadata_not_found', units: 3 },
    ])
  })

  test('shows 21 shows for kids and 40 of the eighties', async () => {
    const shows = await database.db.execute(sql`
      select l.title, count(*)::integer as shows, sum(s.total)::integer as units
      from run_show s join run_library l on l.id = s.run_library_id where l.run_id = ${runId}
      group by l.title order by l.title`)
    expect([...shows]).toEqual([
      { title: '80s TV', shows: 40, units: 3486 },
      { title: 'Kids TV', shows: 21, units: 1142 },
    ])
  })
})
