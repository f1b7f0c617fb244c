import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deriveKey, keptSecret } from './secret.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'marquee-secret-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a secret is made once, also by many at the same moment, and only its owner can read it', async () => {
  const secrets = new Set(await Promise.all(Array.from({ length: 8 }, () => keptSecret(folder))))
  expect(secrets.size).toBe(1)
  expect(await readdir(folder)).toEqual(['secret'])
  expect((await stat(path.join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  expect(secrets).toContain(await keptSecret(folder))
})

test('a secret file that was cut short is refused, not replaced', async () => {
  await writeFile(path.join(folder, 'secret'), 'cut')
  await expect(keptSecret(folder)).rejects.toThrow(/does not hold a secret/)
})

test('each purpose has a key of its own, always the same', () => {
  const secret = 'a'.repeat(32)
  expect(deriveKey(secret, 'credentials')).toEqual(deriveKey(secret, 'credentials'))
  expect(deriveKey(secret, 'credentials')).not.toEqual(deriveKey(secret, 'sessions'))
  expect(deriveKey(secret, 'credentials')).toHaveLength(32)
})
