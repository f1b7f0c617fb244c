import { eq, sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EpisodeDraft } from '../../db/domain/draft.ts'
import { retryRun } from '../../db/queries/retry-run.ts'
import { makeEntries } from '../../db/queries/run-views/testing/make-entries.ts'
import { STARTER } from '../../db/queries/run-views/testing/make-run.ts'
import { writeCatalogue } from '../../db/queries/write-catalogue.ts'
import { runEntry } from '../../db/schema/run-entry.ts'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts'
import { makePerson } from '../live/testing/people.ts'
import { createTestContext } from '../testing/test-context.ts'
import { createCaller, type Person } from '../trpc.ts'
import { entriesRouter } from './entries.ts'

let database: TestDatabase
let owner: Person
let viewer: Person
beforeAll(async () => {
  database = await createTestDatabase()
  owner = await makePerson(database.db, 'owner')
  viewer = await makePerson(database.db, 'viewer', 'viewer')
})
afterAll(() => database.drop())

function get(entryId: number, person = viewer) {
  const log = pino({ level: 'silent' })
  return createCaller(entriesRouter)(createTestContext({ db: database.db, log, person })).get({ entryId })
}

const draft: EpisodeDraft = {
  kind: 'episode',
  show: { title: 'Owl Hour', year: 1998, ids: { tvdb: '123' } },
  season: 2,
  episodes: [5, 6],
  airDate: null,
  absolute: [],
  title: 'Both Parts',
  ids: {},
  file: {
    path: '/shows/Owl Hour/S02E05-E06.mkv',
    parts: [],
    size: 4_000_000_000,
    mtimeMs: 1_700_000_000_000,
    facts: null,
    resolution: '1080p',
    source: null,
    releaseGroup: null,
  },
}

test('an entry tells what became of it, and what it is in the catalogue', async () => {
  const { made, ids } = await makeEntries(database.db, ['created'])
  const { libraryId } = made.parts[0]!
  const [written] = await database.db.transaction((tx) => writeCatalogue(tx, libraryId, [draft]))
  const { titleId, fileId } = written!
  await database.db.update(runEntry).set({ titleId, fileId }).where(eq(runEntry.id, ids[0]!))
  expect(await get(ids[0]!)).toMatchObject({
    entry: {
      entryId: ids[0],
      runId: made.runId,
      libraryId,
      key: 'Show/episode 0.mkv',
      status: 'created',
      item: { titleId, fileId },
    },
    history: [],
    otherRuns: [],
    item: {
      titleId,
      kind: 'show',
      title: 'Owl Hour',
      year: 1998,
      ids: [{ namespace: 'tvdb', value: '123' }],
      episodes: [
        { season: 2, number: 5 },
        { season: 2, number: 6 },
      ],
      file: { fileId, path: draft.file.path, size: 4_000_000_000, modifiedAt: '2023-11-14T22:13:20.000Z' },
    },
  })
  await database.db.execute(sql`update media_file set mtime_ms = 9000000000000000 where id = ${fileId}`)
  expect((await get(ids[0]!)).item?.file?.modifiedAt).toBeNull()
  await database.db.execute(sql`delete from title where id = ${titleId}`)
  expect((await get(ids[0]!)).item).toBeNull()
})

test('its earlier attempts are its history, with who asked for them', async () => {
  const { made, ids } = await makeEntries(database.db, ['failed', 'failed'])
  const request = { filter: {}, entryIds: [ids[0]!], force: false }
  const retry = () => database.db.transaction((tx) => retryRun(tx, made.runId, STARTER, request))
  await retry()
  await database.db.execute(sql`
    update run_entry set status = 'failed', code = 'no_space', detail = 'Full.', prior_status = null, settled_at = now()
    where id = ${ids[0]!}`)
  await retry()
  const { entry, history } = await get(ids[0]!)
  expect(entry).toMatchObject({ status: 'staged', attempt: 3, code: null })
  expect(history).toMatchObject([
    { attempt: 1, status: 'failed', code: 'file_missing', startedByName: null },
    { attempt: 2, status: 'failed', code: 'no_space', detail: 'Full.', startedByName: STARTER.name },
  ])
  expect((await get(ids[1]!)).history).toEqual([])
})

test('what other runs made of the same thing is told, newest first, at most 20', async () => {
  const first = await makeEntries(database.db, ['failed', 'created'])
  const { libraryId } = first.made.parts[0]!
  const later: { runId: number; entryId: number }[] = []
  for (let n = 0; n < 22; n++) {
    const { made, ids } = await makeEntries(database.db, ['unchanged', 'created'])
    await database.db.execute(sql`
      update run_library set library_id = ${libraryId}, holds = false where run_id = ${made.runId}`)
    later.unshift({ runId: made.runId, entryId: ids[0]! })
  }
  const { otherRuns } = await get(first.ids[0]!)
  expect(otherRuns).toMatchObject(later.slice(0, 20))
  expect(otherRuns[0]).toMatchObject({ status: 'unchanged', dryRun: false, attempt: 1 })
  await database.db.execute(sql`update run set owner_id = ${owner.id} where id = ${later[0]!.runId}`)
  const seen = (await get(first.ids[0]!)).otherRuns.map((one) => one.runId)
  expect(seen).toEqual(later.slice(1, 21).map((one) => one.runId))
  expect((await get(first.ids[0]!, owner)).otherRuns[0]?.runId).toBe(later[0]!.runId)
})

test('an entry of a private run looks like one that does not exist', async () => {
  const { ids } = await makeEntries(database.db, ['failed'], { ownerId: owner.id })
  const entryId = ids[0]!
  expect((await get(entryId, owner)).entry.entryId).toBe(entryId)
  const hidden = await get(entryId).catch((error: unknown) => String(error))
  const missing = await get(987_654).catch((error: unknown) => String(error))
  expect(missing).toContain('There is no item 987654')
  expect(hidden).toBe(String(missing).replace('987654', String(entryId)))
})

test('an entry of a library that was removed still tells of itself', async () => {
  const { made, ids } = await makeEntries(database.db, ['failed'])
  await database.db.execute(sql`delete from library where id = ${made.parts[0]!.libraryId}`)
  expect(await get(ids[0]!)).toMatchObject({ entry: { libraryId: null, status: 'failed' }, otherRuns: [] })
})
