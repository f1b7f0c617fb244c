import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openRun } from '../../db/queries/open-run.ts'
import { makeSecretBox } from '../../db/secret-box.ts'
import type { Browser } from '../testing/browser.ts'
import type { TestApp } from '../testing/test-app.ts'
import { createTestApp } from '../testing/test-app.ts'

let house: TestApp
let admin: Browser
beforeAll(async () => {
  house = await createTestApp({ env: { roots: ['/media', '/data'] } })
  admin = await house.adminBrowser()
})
afterAll(() => house.close())

const zMade = z.object({ sourceId: z.number() })
const zMadeLibrary = z.object({ libraryId: z.number() })
const zLibraries = z.object({
  libraries: z.array(z.looseObject({ libraryId: z.number(), title: z.string() })),
})

async function newSource(kind = 'filesystem', config: unknown = {}): Promise<number> {
  return zMade.parse((await admin.mutate('sources.create', { kind, name: 'This machine', config })).data)
    .sourceId
}

async function newLibrary(sourceId: number, title: string, path: string): Promise<number> {
  const made = await admin.mutate('libraries.create', {
    sourceId,
    title,
    mediaKind: 'movie',
    config: { path },
  })
  return zMadeLibrary.parse(made.data).libraryId
}

async function startRun(libraryId: number): Promise<number> {
  const person = { id: 'x', name: 'Ana' }
  const run = await house.db.transaction((tx) =>
    openRun(tx, { person, libraryIds: [libraryId], mode: 'full' }),
  )
  return run.runId
}

test('a source and a library are made, listed and changed as scripts expect', async () => {
  const sourceId = await newSource()
  const libraryId = await newLibrary(sourceId, 'Films', '/media/films/')
  expect((await admin.query('libraries.list', { sourceId })).data).toEqual({
    libraries: [
      {
        libraryId,
        sourceId,
        sourceName: 'This machine',
        sourceKind: 'filesystem',
        title: 'Films',
        mediaKind: 'movie',
        config: { path: '/media/films', followLinks: false, specials: true },
        syncEnabled: true,
        lanes: 2,
        lastFull: null,
        lastIncremental: null,
        items: 0,
        openFailures: 0,
        heldBy: null,
        failures: null,
        needsAnswer: null,
        lastRun: null,
      },
    ],
  })
  const change = { libraryId, title: 'Movies', syncEnabled: false, lanes: 4, config: { path: '/data' } }
  expect((await admin.mutate('libraries.change', change)).status).toBe(200)
  expect((await admin.query('libraries.list', { sourceId })).data).toMatchObject({
    libraries: [{ title: 'Movies', syncEnabled: false, lanes: 4, config: { path: '/data' } }],
  })
  await admin.mutate('sources.change', { sourceId, name: 'The shelf' })
  expect((await admin.query('sources.get', { sourceId })).data).toMatchObject({
    name: 'The shelf',
    libraries: 1,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

test('sample data comes with its five libraries', async () => {
  const sourceId = await newSource('sample', { itemsPerSecond: 0 })
  const { libraries } = zLibraries.parse((await admin.query('libraries.list', { sourceId })).data)
  expect(libraries.map((library) => library.title)).toEqual([
    'Kids Movies',
    'Horror Movies',
    'Adult Movies',
    'Kids TV',
    '80s TV',
  ])
})

test.each([
  [
    'sources.create',
    { kind: 'floppy', name: 'x' },
    'kind ("floppy"): This must be one of filesystem, sample.',
  ],
  [
    'sources.create',
    { kind: 'filesystem', name: ' ' },
    'name (" "): Give it a name that you will know it by.',
  ],
  [
    'sources.create',
    { kind: 'sample', name: 'x', config: { itemsPerSecond: -1 } },
    'config.itemsPerSecond (-1): This must be at least 0.',
  ],
  [
    'libraries.create',
    { sourceId: 1, title: 'x', mediaKind: 'movie', config: { path: 'films' } },
    'config.path ("films"): Use the full path, from / on.',
  ],
  [
    'libraries.create',
    { sourceId: 1, title: 'x', mediaKind: 'movie', config: { path: '/etc' } },
    '/etc is outside the folders that this server may read (/media, /data). ' +
      'Choose one inside them, or add it to MARQUEE_ROOTS.',
  ],
  [
    'libraries.create',
    { sourceId: 4_000, title: 'x', mediaKind: 'movie', config: { path: '/data' } },
    'There is no source 4000. It may have been removed.',
  ],
])('%s refuses %j with the field, its value and a way out', async (procedure, input, message) => {
  expect(await admin.mutate(procedure, input)).toMatchObject({ status: 400, code: 'BAD_REQUEST', message })
})

test('the same folder twice in one source is refused with the name of the library that has it', async () => {
  const sourceId = await newSource()
  await newLibrary(sourceId, 'Films', '/media/films')
  const twice = { sourceId, title: 'Again', mediaKind: 'show', config: { path: '/media//films/' } }
  const replies = await Promise.all([
    admin.mutate('libraries.create', twice),
    admin.mutate('libraries.create', twice),
  ])
  for (const reply of replies) {
    expect(reply).toMatchObject({ status: 409, code: 'CONFLICT' })
    expect(reply.message).toContain('“Films” of this source has "/media/films" already')
  }
  expect((await admin.mutate('libraries.create', { ...twice, sourceId: await newSource() })).status).toBe(200)
})

test('what a run uses is neither removed nor changed, and the refusal names the run', async () => {
  const sourceId = await newSource()
  const libraryId = await newLibrary(sourceId, 'Films', '/media/films')
  const runId = await startRun(libraryId)
  const waiting = await startRun(libraryId)
  expect((await admin.query('libraries.list', { sourceId })).data).toMatchObject({
    libraries: [{ heldBy: runId, lastRun: { runId: waiting, state: 'queued', outcome: null } }],
  })
  const refusal = `Run #${runId} is using “Films”. Cancel that run or let it end, then `
  for (const [procedure, input, wayOut] of [
    ['sources.remove', { sourceId }, 'remove it.'],
    ['libraries.remove', { libraryId }, 'remove it.'],
    ['libraries.change', { libraryId, config: { path: '/data' } }, 'change what it holds.'],
  ] as const) {
    expect(await admin.mutate(procedure, input)).toMatchObject({ status: 409, message: refusal + wayOut })
  }
  expect((await admin.mutate('libraries.change', { libraryId, title: 'Movies' })).status).toBe(200)

  await house.db.execute(
    sql`update run_library set state = 'finished', holds = false where library_id = ${libraryId}`,
  )
  expect((await admin.mutate('sources.remove', { sourceId })).status).toBe(200)
  const kept = await house.db.execute(sql`select title, library_id from run_library where run_id = ${runId}`)
  expect(kept).toEqual([{ title: 'Films', library_id: null }])
})

test('a secret is encrypted, and no reply and no log line has it or its cipher', async () => {
  const sourceId = await newSource()
  const sealed = makeSecretBox('another secret of thirty-two characters').seal('hush')
  await house.db.execute(sql`update source set secret = ${sealed} where id = ${sourceId}`)
  const replies = [
    await admin.query('sources.list'),
    await admin.query('sources.get', { sourceId }),
    await admin.query('libraries.list'),
    await admin.query('system.info'),
    await admin.query('settings.get'),
  ]
  for (const reply of replies) {
    expect(reply.status).toBe(200)
    expect(reply.text).not.toMatch(/hush|v1\.|another secret|a secret of/)
  }
  expect(replies[0]?.data).toMatchObject({
    sources: expect.arrayContaining([expect.objectContaining({ hasSecret: true })]),
  })
  expect(house.logged()).not.toContain(sealed)
})

test('a bug is told with a number that the log has, and without a word of SQL', async () => {
  await house.db.execute(sql`alter table setting rename to setting_gone`)
  const reply = await admin.query('session.me')
  await house.db.execute(sql`alter table setting_gone rename to setting`)
  expect(reply.status).toBe(500)
  const id = /support id (\w+)\)/.exec(reply.message)?.[1] ?? 'none'
  expect(reply.text).not.toMatch(/select|setting/i)
  expect(house.logged()).toContain(id)
})

test('what a failed query was asked with is not logged', async () => {
  const token =
    decodeURIComponent(admin.cookies.get('marquee.session_token') ?? 'none').split('.')[0] ?? 'none'
  await house.db.execute(sql`alter table session rename to session_gone`)
  const replies = [await admin.query('sources.list'), await admin.send('/api/auth/get-session')]
  await house.db.execute(sql`alter table session_gone rename to session`)
  expect(replies.map((reply) => reply.status)).toEqual([500, 500])
  expect(token.length).toBeGreaterThan(20)
  expect(house.logged()).not.toContain(token)
})
