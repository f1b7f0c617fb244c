import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { findPostmaster } from '../../db/embedded/postmaster.ts'
import { isAlive } from '../../db/embedded/process-alive.ts'
import { makeTestFolder } from '../../db/testing/test-folder.ts'
import type { TinyMarquee } from './testing/tiny-marquee.ts'
import { startTiny } from './testing/tiny-marquee.ts'

// Whole programs start here, and a machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 180_000 })

let data: Awaited<ReturnType<typeof makeTestFolder>>
const running: TinyMarquee[] = []

// All on one data folder, each taking it up as the last one left it.
const start = async (environment: Record<string, string> = {}, ...as: [Parameters<typeof startTiny>[2]?]) => {
  const tiny = await startTiny('all', { MARQUEE_DATA: data.folder, ...environment }, ...as)
  running.push(tiny)
  return tiny
}
const postmaster = () => findPostmaster(path.join(data.folder, 'postgres'))
const atOnce = { timeout: 10_000, interval: 20 }

// As `npm start` does it, shell and all.
const byNpm = (main: string) => ({
  command: 'npm',
  args: ['start', '--silent'],
  cwd: path.dirname(data.folder),
  main,
})

async function makePackage(): Promise<void> {
  const main = path.join(import.meta.dirname, 'testing', 'tiny-main.ts')
  const start = `exec "${process.execPath}" "${main}" all`
  await writeFile(
    path.join(path.dirname(data.folder), 'package.json'),
    JSON.stringify({ scripts: { start } }),
  )
}

beforeAll(async () => {
  data = await makeTestFolder()
  await makePackage()
})

afterEach(async () => {
  for (const tiny of running.splice(0)) {
    tiny.signal('SIGTERM')
    await tiny.ended
  }
})

afterAll(() => data.remove())

test('Ctrl-C while it starts for the first time ends it with nothing left running', async () => {
  const tiny = await start()
  await tiny.prints(/making the database/)
  tiny.signalGroup('SIGINT')
  expect(await tiny.ended).toBe(0)
  expect((await postmaster()).state).toBe('none')
  expect(await readdir(data.folder)).not.toContain('marquee.running')
})

test('Ctrl-C under npm, which comes twice, stops worker, web and database, and npm ends with 0', async () => {
  const tiny = await start({}, byNpm)
  expect(tiny.output()).toBe('')
  const { worker } = await tiny.ask()
  expect(tiny.output()).toContain('First visit: the setup line')
  tiny.signalGroup('SIGINT')
  expect(await tiny.ended).toBe(0)
  expect(tiny.output().match(/stopping …/g)).toHaveLength(1)
  expect(isAlive(worker.pid ?? 0)).toBe(false)
  expect((await postmaster()).state).toBe('none')
})

test('SIGTERM to npm does the same, and the same data is there at the next start', async () => {
  const tiny = await start({}, byNpm)
  const { databaseUrl } = await tiny.ask()
  tiny.signal('SIGTERM')
  expect(await tiny.ended).toBe(0)
  const next = await start()
  expect((await next.ask()).databaseUrl).toBe(databaseUrl)
})

test('a second start on the same data folder is refused, and names the first', async () => {
  const first = await start()
  const url = await first.ready()
  const second = await start()
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(
    `Marquee is already running on this data folder (pid ${first.pid}, ${url})`,
  )
  expect((await first.ask()).worker.state).toBe('running')
})

test('a port that another program has is refused with the way out', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  const port = await vi.waitUntil(() => (squatter.address() as AddressInfo | null)?.port, atOnce)
  const tiny = await start({ PORT: `${port}` })
  expect(await tiny.ended).toBe(1)
  expect(tiny.output()).toContain(`PORT=${port + 1} npm start`)
  expect(tiny.output()).not.toContain('    at ')
  await new Promise((resolve) => squatter.close(resolve))
})

test('a worker that is killed is there again', async () => {
  const tiny = await start()
  const first = (await tiny.ask()).worker.pid ?? 0
  process.kill(first, 'SIGKILL')
  const again = await vi.waitUntil(async () => {
    const { worker } = await tiny.ask()
    return worker.state === 'running' && worker.pid !== first ? worker : null
  }, atOnce)
  expect(again).toMatchObject({ restarts: 1 })
  expect(tiny.output()).toMatch(/ended by itself/)
})

test('when the launcher is killed its worker ends, and the next start takes its database over and stops it', async () => {
  const killed = await start()
  const { worker, databaseUrl } = await killed.ask()
  killed.signal('SIGKILL')
  running.pop()
  await vi.waitUntil(() => !isAlive(worker.pid ?? 0), atOnce)
  const left = await postmaster()
  expect(left.state).toBe('live')
  const next = await start()
  expect((await next.ask()).databaseUrl).toBe(databaseUrl)
  expect(next.output()).toContain('took over')
  next.signal('SIGTERM')
  expect(await next.ended).toBe(0)
  expect((await postmaster()).state).toBe('none')
})

test('a worker that does not stop and a stream that does not end hold nobody up for ten seconds', async () => {
  const tiny = await start({ TINY_WORKER: 'stubborn' })
  const { worker } = await tiny.ask()
  await tiny.prints(/tiny worker up/)
  const stream = await fetch(`${await tiny.ready()}/stream`)
  const before = Date.now()
  tiny.signal('SIGTERM')
  expect(await tiny.ended).toBe(0)
  expect(Date.now() - before).toBeLessThan(10_000)
  expect(isAlive(worker.pid ?? 0)).toBe(false)
  await stream.body?.cancel().catch(() => undefined)
})

test('a second Ctrl-C that is meant ends everything at once', async () => {
  const tiny = await start({ TINY_WORKER: 'stubborn' })
  const { worker } = await tiny.ask()
  await tiny.prints(/tiny worker up/)
  let ended: number | string | null = null
  void tiny.ended.then((how) => (ended = how))
  await vi.waitUntil(
    () => {
      if (ended === null) tiny.signal('SIGINT')
      return ended !== null
    },
    { timeout: 10_000, interval: 200 },
  )
  running.pop()
  expect(ended).toBe(1)
  await vi.waitUntil(() => !isAlive(worker.pid ?? 0), atOnce)
  await vi.waitUntil(async () => (await postmaster()).state !== 'live', atOnce)
})
