import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectRaw } from '../../db/connect.ts'
import { isMigrated } from '../../db/migrate.ts'
import { makeTestFolder } from '../../db/testing/test-folder.ts'
import type { TestDatabase } from '../../db/testing/test-database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import type { TinyMarquee } from './testing/tiny-marquee.ts'
import { startTiny } from './testing/tiny-marquee.ts'

// Whole programs start here, and a machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 180_000 })

let data: Awaited<ReturnType<typeof makeTestFolder>>
let database: TestDatabase
const running: TinyMarquee[] = []

const start = async (environment: Record<string, string>) => {
  const tiny = await startTiny('web', { MARQUEE_DATA: data.folder, ...environment })
  running.push(tiny)
  return tiny
}

beforeEach(async () => {
  data = await makeTestFolder()
  database = await createTestDatabase('empty')
})

afterEach(async () => {
  for (const tiny of running.splice(0)) {
    tiny.signal('SIGTERM')
    await tiny.ended
  }
  await database.drop()
  await data.remove()
})

test('two webs that start at once on an empty database both serve it, and stop with 0', async () => {
  const webs = await Promise.all([
    start({ DATABASE_URL: database.url }),
    start({ DATABASE_URL: database.url }),
  ])
  for (const web of webs) expect((await web.ask()).worker).toEqual({ state: 'elsewhere' })
  const client = connectRaw(database.url, { max: 1 })
  expect(await isMigrated(client)).toBe(true)
  await client.end()
  for (const web of webs) web.signal('SIGTERM')
  expect(await Promise.all(webs.map((web) => web.ended))).toEqual([0, 0])
})

test('a database that is not there, or none at all, is refused with a sentence and no stack', async () => {
  const elsewhere = new URL(database.url)
  elsewhere.pathname = '/no_such_database'
  const webs = [await start({ DATABASE_URL: elsewhere.href }), await start({ DATABASE_URL: '' })]
  expect(await Promise.all(webs.map((web) => web.ended))).toEqual([1, 1])
  expect(webs[0]?.output()).toMatch(/does not let Marquee in.*DATABASE_URL is right/)
  expect(webs[1]?.output()).toMatch(/DATABASE_URL: is missing.*Example: DATABASE_URL=postgres:/)
  for (const web of webs) expect(web.output()).not.toContain('    at ')
})

test('wrong settings end the start before anything has been made', async () => {
  const web = await start({ DATABASE_URL: database.url, PORT: 'x', LOG_LEVEL: 'loud' })
  expect(await web.ended).toBe(1)
  expect(web.output()).toContain('PORT: must be a port number')
  expect(web.output()).toContain('LOG_LEVEL: must be one of')
})

test('a database that does not answer yet is waited for, until somebody loses patience', async () => {
  const silent = new URL(database.url)
  silent.port = '1'
  const web = await start({ DATABASE_URL: silent.href })
  await web.prints(/Waiting for the database/)
  web.signal('SIGINT')
  expect(await web.ended).toBe(0)
})
