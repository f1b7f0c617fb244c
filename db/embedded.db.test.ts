import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import type { Server } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { connectRaw } from './connect.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import type { EmbeddedPostgres } from './embedded.ts'
import { pidFileOf } from './embedded/postmaster.ts'
import { isAlive } from './embedded/process-alive.ts'
import { endsWithin } from './embedded/run-server.ts'
import { makeTestFolder } from './testing/test-folder.ts'

// One cluster through all the states that its folder can be in: each test takes it up where the last one left it.
let data: Awaited<ReturnType<typeof makeTestFolder>>
let running: EmbeddedPostgres | null = null

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const start = async () => (running = await startEmbeddedPostgres(data.folder, silent))
const cluster = () => path.join(data.folder, 'postgres')

beforeAll(async () => {
  data = await makeTestFolder()
})

afterEach(async () => {
  await running?.stop()
  running = null
})

afterAll(() => data.remove())

test('the first start makes a durable UTF-8 database that only loopback and the password get into', async () => {
  const { url } = await start()
  const settings = await ask<{ name: string; setting: string }>(
    url,
    `select name, setting from pg_settings where name in
      ('fsync', 'synchronous_commit', 'server_encoding', 'listen_addresses', 'unix_socket_directories')`,
  )
  expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    server_encoding: 'UTF8',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  })
  expect((await stat(path.join(cluster(), 'marquee.json'))).mode & 0o777).toBe(0o600)
  const other = new URL(url)
  other.password = 'guess'
  await expect(ask(other.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await ask(url, 'create table kept (word text)')
  await ask(url, `insert into kept values ('Amélie')`)
})

test('a later start finds the same data at the same address', async () => {
  const { url, adopted } = await start()
  expect(adopted).toBe(false)
  expect(await ask(url, 'select word from kept')).toEqual([{ word: 'Amélie' }])
  await running?.stop()
  expect((await start()).url).toBe(url)
})

test('letters beyond ASCII count as letters for lower, upper and trigrams', async () => {
  const { url } = await start()
  await ask(url, 'create extension if not exists pg_trgm')
  const [row] = await ask(url, `select lower('ÀÉЖ') as low, similarity('Амели', 'амели') as alike`)
  expect(row).toEqual({ low: 'àéж', alike: 1 })
})

test('a port that somebody took meanwhile is given up for another, which is remembered', async () => {
  const before = new URL((await start()).url).port
  await running?.stop()
  const squatter = await listen(Number(before))
  const moved = new URL((await start()).url).port
  expect(moved).not.toBe(before)
  await running?.stop()
  await new Promise((resolve) => squatter.close(resolve))
  expect(new URL((await start()).url).port).toBe(moved)
})

test('a pid file that names a dead process, or another program, does not keep it from starting', async () => {
  const passerBy = spawn('sleep', ['60'], { stdio: 'ignore' })
  try {
    for (const pid of [passerBy.pid, 4_000_000, 'rubbish']) {
      await writeFile(pidFileOf(cluster()), `${pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n`)
      expect((await start()).adopted).toBe(false)
      await running?.stop()
    }
    expect(passerBy.exitCode).toBeNull()
  } finally {
    passerBy.kill('SIGKILL')
  }
})

test('a server that a killed launcher left running is taken over, and stopped in the end', async () => {
  const pid = await startInKilledProcess()
  const { adopted, pid: adoptedPid, url } = await start()
  expect([adopted, adoptedPid()]).toEqual([true, pid])
  expect(await ask(url, 'select count(*) from kept')).toEqual([{ count: 1 }])
  await running?.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a server whose launcher and then itself were killed recovers', async () => {
  const pid = await startInKilledProcess()
  process.kill(pid, 'SIGKILL')
  await endsWithin(pid, 5000)
  expect(await ask((await start()).url, 'select word from kept')).toEqual([{ word: 'Amélie' }])
})

test('a server that dies while we run comes back at the same address', async () => {
  const { url, pid } = await start()
  const first = pid()
  process.kill(first, 'SIGKILL')
  await vi.waitUntil(() => pid() !== first, { timeout: 20_000 })
  expect(await ask(url, 'select word from kept')).toEqual([{ word: 'Amélie' }])
})

test('a start that is killed while it makes the database is made up for by the next', async () => {
  const other = await makeTestFolder()
  const child = spawnStart(other.folder)
  await vi.waitUntil(
    async () => (await readdir(other.folder)).some((name) => name.startsWith('postgres.new-')),
    {
      timeout: 20_000,
      interval: 2,
    },
  )
  child.kill('SIGKILL')
  await once(child, 'close')
  running = await startEmbeddedPostgres(other.folder, silent)
  expect(await ask(running.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await running.stop()
  running = null
  await other.remove()
})

function spawnStart(folder: string) {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))})
    const silent = { info() {}, warn() {}, error() {} }
    await startEmbeddedPostgres(process.argv[1], silent)
    process.stdout.write('up')`
  return spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function startInKilledProcess(): Promise<number> {
  const launcher = spawnStart(data.folder)
  await once(launcher.stdout, 'data')
  launcher.kill('SIGKILL')
  await once(launcher, 'close')
  return Number((await readFile(pidFileOf(cluster()), 'utf8')).split('\n')[0])
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, () => resolve(server))
  })
}

async function ask<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = connectRaw(url, { max: 1, connect_timeout: 5 })
  try {
    return [...(await client.unsafe<Row[]>(query))]
  } finally {
    await client.end({ timeout: 1 })
  }
}
