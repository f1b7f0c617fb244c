import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from './disk.ts'
import { foldersIn } from './folders-in.ts'
import { listFolders } from './list-folders.ts'
import { failingDisk, tempTree } from './testing/temp-tree.ts'

test('shows the folders in a folder by name, links to folders among them, hidden ones and files not', async () => {
  const root = await tempTree(['b/', 'a/', '.hidden/', '@eaDir/', 'film.mkv'])
  await symlink('a', join(root, 'link'))
  expect(foldersIn(root, [root], realDisk)).toEqual({
    ok: true,
    path: root,
    parent: null,
    folders: ['a', 'b', 'link'].map((name) => ({ name, path: join(root, name) })),
    more: false,
  })
  expect(foldersIn(join(root, 'a'), [root], realDisk)).toMatchObject({ parent: root, folders: [] })
})

test('shows the allowed folders first, and nothing outside of them', async () => {
  const root = await tempTree(['media/films/', 'secret/'])
  const media = join(root, 'media')
  await symlink(join(root, 'secret'), join(media, 'escape'))
  expect(foldersIn(null, [media], realDisk)).toMatchObject({
    path: null,
    folders: [{ name: media, path: media }],
  })
  for (const path of ['/', root, join(root, 'secret'), join(media, 'escape')])
    expect(foldersIn(path, [media], realDisk)).toMatchObject({
      ok: false,
      trouble: { code: 'source_misconfigured' },
    })
})

test('cuts at a thousand and says so', async () => {
  const root = await tempTree(['a/'])
  const names = Array.from({ length: 1001 }, (_, at) => `f${at}`)
  const disk = { ...realDisk, list: () => names, stat: () => realDisk.stat(root) }
  const answer = foldersIn(root, null, disk)
  expect(answer).toMatchObject({ ok: true, more: true })
  expect('folders' in answer && answer.folders.length).toBe(1000)
})

test('says why a folder can not be shown', async () => {
  const root = await tempTree(['a/'])
  const answer = foldersIn(join(root, 'a'), null, failingDisk('list', '/a', 'EACCES'))
  expect(answer).toMatchObject({ ok: false, trouble: { code: 'permission_denied' } })
  expect(foldersIn(join(root, 'b'), null, realDisk)).toMatchObject({ trouble: { code: 'file_missing' } })
})

test('is asked in a thread', async () => {
  const root = await tempTree(['a/'])
  expect(await listFolders(root, [root])).toMatchObject({ ok: true, folders: [{ name: 'a' }] })
})
