import { mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureClient } from './client-build.ts'
import { projectFolder } from './project-folder.ts'

let folder: string
let said: string[]
const ensure = () => ensureClient(folder, (line) => said.push(line))
const write = (file: string, text: string) => writeFile(path.join(folder, file), text)

beforeEach(async () => {
  said = []
  folder = await mkdtemp(path.join(tmpdir(), 'marquee-client-'))
  await mkdir(path.join(folder, 'client'))
  await symlink(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'))
  await write('client/index.html', '<!doctype html><script type="module" src="./main.ts"></script>')
  await write('client/main.ts', 'document.title = "first"')
  await write('package-lock.json', '{}')
  await write('uno.config.ts', '')
  await write('vite.config.ts', 'export default { root: "client" }')
})

afterEach(() => rm(folder, { recursive: true }))

test('a missing client is built, a built one kept whatever the dates say, and a changed one built again', async () => {
  const built = await ensure()
  expect(await bundle(built)).toContain('first')
  expect(said).toHaveLength(1)

  await utimes(path.join(folder, 'client', 'main.ts'), new Date(), new Date())
  await write('client/main.test.ts', 'tests are no part of it')
  await ensure()
  expect(said).toHaveLength(1)

  await write('client/main.ts', 'document.title = "second"')
  await ensure()
  expect(await bundle(built)).toContain('second')
  expect(await readdir(path.join(folder, 'dist'))).toEqual(['client'])
})

test('a client that does not compile is refused with what the compiler said, and the last one kept', async () => {
  const built = await ensure()
  await write('client/main.ts', 'import "./missing.ts"')
  await expect(ensure()).rejects.toThrow(/could not be built.*missing\.ts/s)
  expect(await bundle(built)).toContain('first')
})

test('an installation without the sources serves what was built', async () => {
  const built = await ensure()
  await rm(path.join(folder, 'client'), { recursive: true })
  expect(await ensure()).toBe(built)
})

async function bundle(built: string): Promise<string> {
  const assets = path.join(built, 'assets')
  const [file] = await readdir(assets)
  return readFile(path.join(assets, file ?? ''), 'utf8')
}
