import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, realDisk } from './disk.ts'
import { openRoot } from './open-root.ts'
import { failingDisk, tempTree } from './testing/temp-tree.ts'

function troubleWith(path: string, allowed: string[] | null = null, disk: Disk = realDisk) {
  const opened = openRoot(path, allowed, disk)
  return 'trouble' in opened ? opened.trouble : null
}

test('a root that is missing names the first folder that is missing', async () => {
  const root = await tempTree()
  const trouble = troubleWith(join(root, 'media', 'films'))
  expect(trouble).toMatchObject({
    code: 'root_missing',
    evidence: { firstFailingParent: join(root, 'media') },
  })
  expect(trouble?.detail).toContain(`${join(root, 'media')} is the first folder that is missing`)
})

test('an empty root is refused as a disk that may not be mounted', async () => {
  const root = await tempTree()
  expect(troubleWith(root)).toMatchObject({ code: 'root_missing' })
  expect(troubleWith(root)?.detail).toMatch(/is empty\. A disk that is not mounted looks like this/)
})

test('a root that is a file, or a link to nowhere, is refused with what it is', async () => {
  const root = await tempTree(['film.mkv'])
  await symlink(join(root, 'gone'), join(root, 'link'))
  expect(troubleWith(join(root, 'film.mkv'))).toMatchObject({ code: 'root_missing' })
  expect(troubleWith(join(root, 'film.mkv'))?.detail).toMatch(/is a file, not a folder/)
  expect(troubleWith(join(root, 'link'))?.detail).toContain(`is a link to ${join(root, 'gone')}`)
})

test('a root that may not be read says so; one on a dead disk is unreachable', async () => {
  const root = await tempTree(['a/film.mkv'])
  const path = join(root, 'a')
  expect(troubleWith(path, null, failingDisk('list', '/a', 'EACCES'))?.code).toBe('permission_denied')
  expect(troubleWith(path, null, failingDisk('realPath', '/a', 'ESTALE'))?.code).toBe('source_unreachable')
})

test('only allowed folders open: not their neighbours by name, not by way of .. or of a link', async () => {
  const root = await tempTree(['media/a/film.mkv', 'media2/film.mkv'])
  const allowed = [join(root, 'media')]
  await symlink(join(root, 'media2'), join(root, 'media', 'escape'))
  expect(troubleWith(join(root, 'media', 'a'), allowed)).toBe(null)
  expect(troubleWith(`${join(root, 'media', 'a')}/../`, allowed)).toBe(null)
  for (const path of ['media2', 'media/../media2', 'media/escape', ''])
    expect(troubleWith(`${root}/${path}`, allowed)?.code).toBe('source_misconfigured')
})

test('an allowed folder may itself be a link', async () => {
  const root = await tempTree(['disk/film.mkv'])
  await symlink(join(root, 'disk'), join(root, 'films'))
  expect(troubleWith(join(root, 'films'), [join(root, 'films')])).toBe(null)
})

test('the root is opened where it really is, whatever links and slashes lead there', async () => {
  const root = await tempTree()
  await mkdir(join(root, 'real'))
  await writeFile(join(root, 'real', 'film.mkv'), 'content')
  await symlink('real', join(root, 'link'))
  const opened = openRoot(`${root}/link///`, null, realDisk)
  expect(opened).toMatchObject({
    root: { path: `${root}/link`, realPath: `${root}/real`, names: ['film.mkv'] },
  })
})
