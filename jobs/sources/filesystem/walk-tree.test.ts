import { execFileSync } from 'node:child_process'
import { symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, realDisk } from './disk.ts'
import { inShort, tempTree, walkAll } from './testing/temp-tree.ts'

describe('a walk', () => {
  test('lists by name and depth first, and the same every time', async () => {
    const root = await tempTree(['b/2.mkv', 'b/1.mkv', 'a.mkv', 'c.mkv', 'b/a/z.mkv'])
    expect(inShort(walkAll(root))).toEqual(['a.mkv', 'b/1.mkv', 'b/2.mkv', 'b/a/z.mkv', 'c.mkv'])
    expect(walkAll(root)).toEqual(walkAll(root))
  })

  test('takes files apart by name: videos, companions left unsaid, and everything else with its reason', async () => {
    const root = await tempTree([
      'film.mkv',
      'film.srt',
      'film.NFO',
      'poster.jpg',
      '._film.mkv',
      '._poster.jpg',
      '.hidden.mkv',
      '.DS_Store',
      'film.mkv.part',
      'film.avi.!qB',
      'run.exe',
      'bad.scr',
      'film.r00',
      'film.zip',
      'README',
      'odd.xyz',
    ])
    await writeFile(join(root, 'empty.mkv'), '')
    expect(inShort(walkAll(root)).toSorted()).toEqual([
      '._film.mkv: path_invalid',
      '.hidden.mkv: excluded_by_rule',
      'README: ext_unsupported',
      'bad.scr: ext_dangerous',
      'empty.mkv: empty_file',
      'film.avi.!qB: file_incomplete',
      'film.mkv',
      'film.mkv.part: file_incomplete',
      'film.r00: ext_archive',
      'film.zip: ext_archive',
      'odd.xyz: ext_unsupported',
      'run.exe: ext_executable',
    ])
  })

  test('names a hidden or system folder once and does not look into it', async () => {
    const root = await tempTree([
      '.git/a.mkv',
      '@eaDir/b/c.mkv',
      'lost+found/',
      '$RECYCLE.BIN/d.mkv',
      'x.trickplay/e.mkv',
      'f.mkv',
    ])
    expect(inShort(walkAll(root))).toEqual([
      '$RECYCLE.BIN: excluded_by_rule',
      '.git: excluded_by_rule',
      '@eaDir: excluded_by_rule',
      'f.mkv',
      'lost+found: excluded_by_rule',
      'x.trickplay: excluded_by_rule',
    ])
  })

  test('leaves out a folder with an empty ignore file, and what the lines of another match', async () => {
    const root = await tempTree(['a/x.mkv', 'b/x.mkv', 'b/y.avi', 'b/extras/z.mkv', 'c/x.mkv'])
    await writeFile(join(root, 'a/.ignore'), '')
    await writeFile(join(root, 'b/.plexignore'), '# not these\n*.avi\nextras/\n')
    expect(inShort(walkAll(root))).toEqual([
      'a: excluded_by_rule',
      'b/extras: excluded_by_rule',
      'b/x.mkv',
      'b/y.avi: excluded_by_rule',
      'c/x.mkv',
    ])
    await writeFile(join(root, '.ignore'), '')
    expect(inShort(walkAll(root))).toEqual(['.: excluded_by_rule'])
  })

  test('takes what is being unpacked as not whole yet, at any depth', async () => {
    const root = await tempTree([
      '_UNPACK_film/film.mkv',
      '_UNPACK_film/sub/film.rar',
      '_UNPACK_film/film.nfo',
    ])
    expect(inShort(walkAll(root))).toEqual([
      '_UNPACK_film/film.mkv: file_unpacking',
      '_UNPACK_film/sub/film.rar: file_unpacking',
    ])
  })

  test('never opens pipes, and says what they are', async () => {
    const root = await tempTree(['a.mkv'])
    execFileSync('mkfifo', [join(root, 'pipe.mkv')])
    expect(inShort(walkAll(root))).toEqual(['a.mkv', 'pipe.mkv: ext_unsupported'])
  })

  test('takes a disc as one film with its longest stream, and a split film as one with its parts', async () => {
    const root = await tempTree([
      'Heat/BDMV/STREAM/00001.m2ts',
      'Heat/BDMV/STREAM/00002.m2ts',
      'Heat/BDMV/index.bdmv',
      'Heat/CERTIFICATE/id.bdmv',
      'Alien/VIDEO_TS/VTS_01_1.VOB',
      'Alien/AUDIO_TS/',
      'Ben-Hur/Ben-Hur cd1.mkv',
      'Ben-Hur/Ben-Hur cd2.mkv',
      'Empty/BDMV/STREAM/',
    ])
    await truncate(join(root, 'Heat/BDMV/STREAM/00002.m2ts'), 5000)
    const found = walkAll(root)
    expect(inShort(found)).toEqual([
      'Alien/VIDEO_TS',
      'Ben-Hur/Ben-Hur cd1.mkv',
      'Empty/BDMV: empty_file',
      'Heat/BDMV',
    ])
    expect(found[1]).toMatchObject({ parts: ['Ben-Hur/Ben-Hur cd2.mkv'], size: 14 })
    expect(found[3]).toMatchObject({ main: 'Heat/BDMV/STREAM/00002.m2ts', size: 5007 })
  })

  test('keeps every name as it is: foreign bytes, line breaks, composed and decomposed, case, 255 bytes', async () => {
    const root = await tempTree()
    const names = [
      'Am\xe9lie.mkv',
      'two\nlines.mkv',
      'é.mkv',
      'e\u0301.mkv',
      'FILM.mkv',
      'film.mkv',
      '🎬.mkv',
      ' x .mkv',
      `${'n'.repeat(251)}.mkv`,
    ]
    const bytes = names.map((name) =>
      name.startsWith('Am') ? Buffer.from(name, 'latin1') : Buffer.from(name),
    )
    for (const name of bytes) await writeFile(Buffer.concat([Buffer.from(`${root}/`), name]), 'content')
    const found = walkAll(root).map(({ path }) => path)
    expect(new Set(found)).toEqual(new Set(['Am\uF7E9lie.mkv', ...names.slice(1)]))
  })

  test('takes any time that a disk states', async () => {
    const root = await tempTree(['old.mkv', 'late.mkv'])
    await utimes(join(root, 'old.mkv'), 0, 0)
    await utimes(join(root, 'late.mkv'), 4_300_000_000, 4_300_000_000)
    expect(walkAll(root).map(({ mtimeMs }) => mtimeMs)).toEqual([4_300_000_000_000, 0])
  })

  test('goes 60 folders down, and ends where a tree seems to contain itself', async () => {
    const root = await tempTree([`${'d/'.repeat(60)}deep.mkv`, `${'e/'.repeat(120)}never.mkv`])
    const found = inShort(walkAll(root))
    expect(found[0]).toBe(`${'d/'.repeat(60)}deep.mkv`)
    expect(found[1]).toMatch(/^(?:e\/)+e: excluded_by_rule$/)
  })
})

describe('a link', () => {
  test('to a file of the library is an entry of its own; to one of its folders it is not followed', async () => {
    const root = await tempTree(['a/film.mkv'])
    await symlink('film.mkv', join(root, 'a/same.mkv'))
    await symlink('..', join(root, 'a/loop'))
    await symlink('a', join(root, 'b'))
    expect(inShort(walkAll(root))).toEqual([
      'a/film.mkv',
      'a/loop: excluded_by_rule',
      'a/same.mkv',
      'b: excluded_by_rule',
    ])
  })

  test('that leads nowhere or to itself is named', async () => {
    const root = await tempTree(['a.mkv'])
    await symlink('/nowhere/at/all.mkv', join(root, 'gone.mkv'))
    await symlink('self.mkv', join(root, 'self.mkv'))
    await symlink('/nowhere.jpg', join(root, 'poster.jpg'))
    const found = walkAll(root)
    expect(inShort(found)).toEqual(['a.mkv', 'gone.mkv: file_missing', 'self.mkv: path_invalid'])
    expect(found[1]?.trouble?.detail).toContain('/nowhere/at/all.mkv')
  })

  test('out of the library is followed only where that is wanted and allowed, and each folder once', async () => {
    const outside = await tempTree(['season/1.mkv', 'single.mkv'])
    const root = await tempTree(['film.mkv'])
    await symlink(join(outside, 'season'), join(root, 'one'))
    await symlink(join(outside, 'season'), join(root, 'two'))
    await symlink(join(outside, 'single.mkv'), join(root, 'single.mkv'))
    await symlink(root, join(outside, 'season', 'back'))
    const refused = [
      'film.mkv',
      'one: excluded_by_rule',
      'single.mkv: excluded_by_rule',
      'two: excluded_by_rule',
    ]
    expect(inShort(walkAll(root))).toEqual(refused)
    const followed = [
      'film.mkv',
      'one/1.mkv',
      'one/back: excluded_by_rule',
      'single.mkv',
      'two: excluded_by_rule',
    ]
    expect(inShort(walkAll(root, { followLinks: true }))).toEqual(followed)
    const fenced = inShort(walkAll(root, { followLinks: true, allowed: [root] }))
    expect(fenced).toEqual(['film.mkv', 'one: path_invalid', 'single.mkv: path_invalid', 'two: path_invalid'])
  })

  test('a hard link is a second file', async () => {
    const root = await tempTree(['a.mkv'])
    execFileSync('ln', [join(root, 'a.mkv'), join(root, 'b.mkv')])
    const [one, other] = walkAll(root)
    expect([one?.path, other?.path]).toEqual(['a.mkv', 'b.mkv'])
    expect(one?.ino).toBe(other?.ino)
  })
})

test('a folder of 50,000 files is walked like any other', async () => {
  const root = await tempTree(['many/one.mkv'])
  const names = Array.from({ length: 50_000 }, (_, at) => `${String(at).padStart(5, '0')}.mkv`)
  const isMany = (path: unknown) => String(path).endsWith('/many')
  const one = realDisk.lstat(join(root, 'many/one.mkv'))
  const disk: Disk = {
    ...realDisk,
    list: (path) => (isMany(path) ? names.toReversed() : realDisk.list(path)),
    lstat: (path) => (isMany(path) ? realDisk.lstat(path) : one),
  }
  const found = walkAll(root, {}, disk)
  expect(found.map(({ path }) => path)).toEqual(names.map((name) => `many/${name}`))
})
