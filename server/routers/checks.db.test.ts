import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLibrary } from '../../db/queries/libraries.ts'
import { addSource } from '../../db/queries/sources.ts'
import type { TestDatabase } from '../../db/testing/test-database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import type { Probe, ProbeAnswer } from '../../jobs/contract/probes.ts'
import { appRouter } from '../router.ts'
import { createTestContext } from '../testing/test-context.ts'
import { createCaller } from '../trpc.ts'

let database: TestDatabase
let sourceId: number
beforeAll(async () => {
  database = await createTestDatabase()
  sourceId = await database.db.transaction(async (tx) => {
    const source = { kind: 'filesystem', name: 'This machine', config: {}, secret: null }
    const id = await addSource(tx, source)
    for (const title of ['Films', 'Shows']) {
      await addLibrary(tx, { sourceId: id, title, mediaKind: 'movie', config: { path: `/media/${title}` } })
    }
    return id
  })
})
afterAll(() => database.drop())

const fine: ProbeAnswer = { ok: true, note: 'Readable, 528 video files' }
const gone: ProbeAnswer = {
  ok: false,
  trouble: { code: 'root_missing', detail: '/media/Shows is not there' },
}

/** An admin whose questions are answered by a worker that says this; without one: by nobody. */
function adminWith(answer?: (question: Probe) => ProbeAnswer) {
  const person = { id: 'x', name: 'Ana', email: 'ana@example.com', role: 'admin' as const }
  const ask = async (question: Probe) => answer?.(question) ?? ({ ok: false, noWorker: true } as const)
  const probes = { ask, close: async () => undefined }
  const log = pino({ level: 'silent' })
  return createCaller(appRouter)(createTestContext({ db: database.db, log, person, probes }))
}

test('a source is in trouble when one of its libraries is, and says which', async () => {
  const admin = adminWith((question) =>
    question.kind === 'check_library' && question.libraryId === 2 ? gone : fine,
  )
  const trouble = { code: 'root_missing', detail: 'Shows: /media/Shows is not there' }
  expect(await admin.sources.check({ sourceId })).toEqual({ ok: false, trouble })
  expect(await admin.sources.get({ sourceId })).toMatchObject({ trouble, checkNote: null })
  expect((await admin.sources.get({ sourceId })).checkedAt).not.toBeNull()
})

test('a check without a worker says so, and what the last one found still stands', async () => {
  const before = await adminWith().sources.get({ sourceId })
  const answer = {
    ok: false,
    trouble: { code: 'no_worker', detail: expect.stringContaining('No worker is running') },
  }
  expect(await adminWith().sources.check({ sourceId })).toEqual(answer)
  expect(await adminWith().libraries.check({ libraryId: 1 })).toEqual(answer)
  expect(await adminWith().sources.get({ sourceId })).toEqual(before)
  await expect(adminWith().libraries.folders({ path: null })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    message: expect.stringContaining('No worker is running'),
  })
})

test('a check that finds nothing wrong clears the trouble', async () => {
  const admin = adminWith(() => fine)
  expect(await admin.sources.check({ sourceId })).toEqual(fine)
  expect(await admin.sources.get({ sourceId })).toMatchObject({
    trouble: null,
    checkNote: 'Readable, 528 video files',
  })
})

test('folders come from the worker as they are', async () => {
  const folders = { path: '/media', parent: null, folders: [{ name: 'a', path: '/media/a' }], more: false }
  expect(await adminWith(() => ({ ok: true, ...folders })).libraries.folders({ path: '/media' })).toEqual(
    folders,
  )
})
