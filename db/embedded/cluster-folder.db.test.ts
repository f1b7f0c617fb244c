import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../embedded.ts'
import { StartRefused } from '../start-refused.ts'
import { makeTestFolder } from '../testing/test-folder.ts'

let data: Awaited<ReturnType<typeof makeTestFolder>>
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const isRoot = process.getuid?.() === 0

beforeEach(async () => {
  data = await makeTestFolder()
})

afterEach(() => data.remove())

describe('a cluster folder that is not one of ours', () => {
  test('of another PostgreSQL is refused, with both versions named', async () => {
    await fill({ PG_VERSION: '15\n', 'marquee.json': '{}' })
    await expect(startEmbeddedPostgres(data.folder, silent)).rejects.toThrow(
      /made by PostgreSQL 15.*brings 18/,
    )
  })

  test('that lost a part of itself is refused, with the part named, and left as it is', async () => {
    await fill({ PG_VERSION: '18\n', 'marquee.json': '{"password":"x","port":5432}', 'postgresql.conf': '' })
    const refusal = startEmbeddedPostgres(data.folder, silent)
    await expect(refusal).rejects.toThrow(StartRefused)
    await expect(refusal).rejects.toThrow(/global\/pg_control is missing/)
    expect(await readdir(data.folder)).toEqual(['postgres'])
  })

  test('that was never finished is kept under another name, and a new one made', async () => {
    await fill({ PG_VERSION: '18\n', 'somebody.txt': 'kept' })
    const postgres = await startEmbeddedPostgres(data.folder, silent)
    await postgres.stop()
    const aside = (await readdir(data.folder)).find((name) => name.startsWith('postgres.unfinished-'))
    expect(await readFile(path.join(data.folder, aside ?? '', 'somebody.txt'), 'utf8')).toBe('kept')
  })
})

test.runIf(isRoot)('a data folder behind a closed one is refused, with the closed one named', async () => {
  const closed = path.join(data.folder, 'closed')
  await mkdir(path.join(closed, 'data'), { recursive: true })
  await chmod(closed, 0o700)
  const refusal = startEmbeddedPostgres(path.join(closed, 'data'), silent)
  await expect(refusal).rejects.toThrow(StartRefused)
  await expect(refusal).rejects.toThrow(`the folder ${closed} is closed to it (mode 0700)`)
  await expect(refusal).rejects.toThrow(/MARQUEE_DATA=/)
})

async function fill(files: Record<string, string>): Promise<void> {
  const folder = path.join(data.folder, 'postgres')
  await mkdir(folder, { mode: 0o700 })
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
}
