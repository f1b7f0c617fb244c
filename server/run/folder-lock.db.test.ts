import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDataFolder } from './folder-lock.ts'
import { runProgram } from './testing/run-program.ts'

const url = 'http://localhost:4600'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'marquee-lock-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('of many that want a folder at the same moment one gets it, and the next when that one lets go', async () => {
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(folder, url)))
  const holders = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(holders).toHaveLength(1)
  await expect(lockDataFolder(folder, url)).rejects.toThrow(
    `running on this data folder (pid ${process.pid}, ${url})`,
  )
  await holders[0]?.release()
  await (await lockDataFolder(folder, url)).release()
})

test('a process that was killed holds nothing', async () => {
  const module = JSON.stringify(path.join(import.meta.dirname, 'folder-lock.ts'))
  const program = `
    const { lockDataFolder } = await import(${module})
    globalThis.lock = await lockDataFolder(process.argv[1], 'http://localhost:1')
    process.stdout.write('held')
    setInterval(() => undefined, 1000)`
  const killed = runProgram(process.execPath, ['--input-type=module', '-e', program, folder])
  await killed.prints(/held/)
  await expect(lockDataFolder(folder, url)).rejects.toThrow(`(pid ${killed.pid}, http://localhost:1)`)
  killed.signal('SIGKILL')
  await killed.ended
  await (await lockDataFolder(folder, url)).release()
})

test('a folder that no lock can be kept in is refused with a sentence', async () => {
  await expect(lockDataFolder(path.join(folder, 'missing'), url)).rejects.toThrow(/can't be locked/)
})
