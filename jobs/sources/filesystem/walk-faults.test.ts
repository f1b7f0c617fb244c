import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realDisk } from './disk.ts'
import { failingDisk, inShort, tempTree, walkAll } from './testing/temp-tree.ts'

// Root reads everything, so that a mode proves nothing here: the disk that is handed in fails instead.

describe('a folder that can not be listed', () => {
  test('is an entry that says who may not, where it stops and whose it is; the walk goes on', async () => {
    const root = await tempTree(['a/1.mkv', 'b/2.mkv', 'c/3.mkv'])
    const found = walkAll(root, {}, failingDisk('list', '/b', 'EACCES'))
    expect(inShort(found)).toEqual(['a/1.mkv', 'b: permission_denied', 'c/3.mkv'])
    expect(found[1]).toMatchObject({ isVideo: false })
    expect(found[1]?.trouble?.evidence).toMatchObject({
      errno: 'EACCES',
      folder: 'b',
      firstFailingParent: `${root}/b`,
      uid: process.geteuid?.(),
      owner: { mode: '0755' },
    })
    expect(found[1]?.trouble?.detail).toContain(`${root}/b`)
  })

  test('names the first folder that can not be entered', async () => {
    const root = await tempTree(['a/b/c/1.mkv'])
    const closed = failingDisk('list', '/c', 'EACCES')
    const disk = { ...closed, enter: failingDisk('enter', '/a', 'EACCES').enter }
    expect(walkAll(root, {}, disk)[0]?.trouble?.evidence).toMatchObject({ firstFailingParent: `${root}/a` })
  })

  test.each(['ESTALE', 'EIO', 'ETIMEDOUT', 'ENOTCONN'])(
    'on a disk that answers %s is unreachable',
    async (errno) => {
      const root = await tempTree(['a/1.mkv', 'b/2.mkv'])
      const found = walkAll(root, {}, failingDisk('list', '/a', errno))
      expect(inShort(found)).toEqual(['a: source_unreachable', 'b/2.mkv'])
      expect(found[0]?.trouble?.evidence).toMatchObject({ errno, folder: 'a' })
    },
  )
})

describe('a file', () => {
  test('that went between the listing and the look is not there', async () => {
    const root = await tempTree(['a.mkv', 'b.mkv'])
    expect(inShort(walkAll(root, {}, failingDisk('lstat', '/a.mkv', 'ENOENT')))).toEqual(['b.mkv'])
  })

  test('that can not be looked at is an entry', async () => {
    const root = await tempTree(['a.mkv', 'b.mkv'])
    const found = walkAll(root, {}, failingDisk('lstat', '/a.mkv', 'EIO'))
    expect(inShort(found)).toEqual(['a.mkv: source_unreachable', 'b.mkv'])
    expect(found[0]?.isVideo).toBe(true)
  })
})

test('a path that is longer than the system takes is named, and its siblings are listed', async () => {
  const root = await tempTree(['0/film.mkv', 'z.mkv'])
  // Built from the inside out: each step is a short path.
  for (let depth = 1; depth <= 17; depth++) {
    await mkdir(join(root, `${depth}`))
    await rename(join(root, `${depth - 1}`), join(root, `${depth}`, 'p'.repeat(250)))
  }
  const found = walkAll(root)
  expect(found.map(({ trouble }) => trouble?.code ?? null)).toEqual(['name_too_long', null])
})

test('a mistake of ours is not taken for trouble of the disk', async () => {
  const root = await tempTree(['a.mkv'])
  const broken = {
    ...realDisk,
    lstat: () => {
      throw new TypeError('our mistake')
    },
  }
  expect(() => walkAll(root, {}, broken)).toThrow('our mistake')
})
