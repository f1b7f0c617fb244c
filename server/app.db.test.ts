import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectRaw } from '../db/connect.ts'
import { WORKER_LOCK } from '../db/queries/worker.ts'
import { worker } from '../db/schema/worker.ts'
import type { Browser } from './testing/browser.ts'
import type { TestApp } from './testing/test-app.ts'
import { ADMIN, createTestApp } from './testing/test-app.ts'

const script = `console.log(${JSON.stringify('a line of script. '.repeat(200))})`

let house: TestApp
let browser: Browser
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'marquee-client-'))
  await mkdir(path.join(folder, 'client', 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'client', 'index.html'), '<title>Marquee</title>')
  await writeFile(path.join(folder, 'client', 'theme.js'), '// theme')
  await writeFile(path.join(folder, 'client', 'assets', 'main-a1b2c3.js'), script)
  await writeFile(path.join(folder, 'private.txt'), 'not for strangers')
  house = await createTestApp({ clientDir: path.join(folder, 'client') })
  browser = house.browser()
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const raw = (urlPath: string, headers: { [name: string]: string } = {}) =>
  Promise.resolve(house.app.fetch(new Request(`http://localhost:4600${urlPath}`, { headers })))

test.each(['/', '/runs/12/items?status=failed', '/invite/abc', '/no.such.page'])(
  'the address %s opens the console, asked for again each time',
  async (address) => {
    const page = await raw(address)
    expect(await page.text()).toContain('<title>Marquee</title>')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-type')).toContain('text/html')
    const again = await raw(address, { 'if-none-match': page.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  },
)

test('files with a hash in their name may be kept for ever, others not, and travel compressed', async () => {
  const [br, gz, plain] = await Promise.all(
    ['gzip, br', 'gzip', 'br;q=0'].map((accepted) =>
      raw('/assets/main-a1b2c3.js', { 'accept-encoding': accepted }),
    ),
  )
  expect(br?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(br?.headers.get('content-encoding')).toBe('br')
  expect(`${brotliDecompressSync(await br!.arrayBuffer())}`).toBe(script)
  expect(`${gunzipSync(await gz!.arrayBuffer())}`).toBe(script)
  expect(plain?.headers.get('content-encoding')).toBeNull()
  expect(await plain?.text()).toBe(script)
  expect((await raw('/theme.js')).headers.get('cache-control')).toBe('no-cache')
})

test.each(['/api/nothing', '/trpc/no.such', '/assets/main-old.js', '/api/auth/sign-up/email'])(
  '%s is not there, told as JSON',
  async (address) => {
    const reply = await browser.send(address)
    expect(reply).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  },
)

test.each([
  '/../private.txt',
  '/%2e%2e/private.txt',
  '/..%2fprivate.txt',
  '/assets/..%5c..%2f..%2fprivate.txt',
  '/%00',
])('%s does not lead out of the client’s folder', async (address) => {
  expect(await (await raw(address)).text()).not.toContain('not for strangers')
})

test('pages run our own scripts only, are framed by nobody and are not guessed at', async () => {
  for (const address of ['/', '/trpc/session.me', '/healthz', '/api/nothing']) {
    const { headers } = await raw(address)
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
})

test('it is alive at once, and ready with database, migrations and a worker', async () => {
  const json = async (address: string) => {
    const reply = await raw(address)
    return [reply.status, await reply.json()]
  }
  expect(await json('/healthz')).toEqual([200, { ok: true }])
  const ready = { ok: true, database: true, migrations: true, worker: true }
  expect(await json('/readyz')).toEqual([503, { ...ready, ok: false, worker: false }])

  const [made] = await house.db.insert(worker).values({ pid: 1, host: 'here', version: '0' }).returning()
  const session = connectRaw(house.url, { max: 1 })
  await session`select pg_advisory_lock(${WORKER_LOCK}, ${made?.id ?? 0})`
  expect(await json('/readyz')).toEqual([200, ready])
  await session.end()
})

test('metrics are for this machine and for admins', async () => {
  const far = house.browser('http://192.168.1.5:4600', { peer: '192.168.1.77' })
  expect((await far.send('/metrics')).status).toBe(403)
  expect((await browser.send('/metrics')).text).toContain('marquee_workers 0')
  await house.adminBrowser()
  await far.signIn(ADMIN)
  expect((await far.send('/metrics')).text).toContain('marquee_http_request_seconds_bucket')
})

test('many reads travel as one batch, and a body that is too big is refused', async () => {
  const batch = await raw('/trpc/session.me,setup.status?batch=1&input={}')
  expect(await batch.json()).toMatchObject([{ result: { data: { person: null } } }, { result: { data: {} } }])
  const big = await browser.post('/trpc/setup.create', { name: 'x'.repeat(1_100_000) })
  expect(big.status).toBe(413)
})

test('a live stream is never compressed, or nothing of it would arrive', async () => {
  await browser.signIn(ADMIN)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const input = encodeURIComponent(JSON.stringify({ topics: ['runs'] }))
  const stream = await raw(`/trpc/live?input=${input}`, { cookie, 'accept-encoding': 'gzip, br' })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.headers.get('content-encoding')).toBeNull()
  await stream.body?.cancel()
})
