import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../db/domain/entry.ts'
import type { MediaFacts } from '../../../db/domain/media.ts'
import type { MediaReader, MediaReading } from '../media/media-reading.ts'
import type { FileFault } from './file-fault.ts'
import type { FileLibrary } from './file-library.ts'
import { ingestFiles } from './ingest-files.ts'
import { pathText } from './path-text.ts'

const NOW = Date.UTC(2026, 0, 1)
const LONG_AGO = Date.UTC(2020, 0, 1)
const library: FileLibrary = { path: '/films', mediaKind: 'movie', followLinks: false, specials: true }
const facts: MediaFacts = {
  container: 'mkv',
  durationMs: 60_000,
  width: 1920,
  height: 800,
  videoCodec: 'h264',
  hdr: null,
  audio: [],
  subtitles: [],
}

function fine(size = 100, more: Partial<MediaReading> = {}): MediaReading {
  const file = { size, mtimeMs: LONG_AGO, ino: 1, isFolder: false, isGrowing: false }
  return { file, fault: null, facts, isWithoutVideo: false, warning: null, ...more }
}

function faulty(errno: string, more: Partial<FileFault> = {}): MediaReading {
  const none = {
    syscall: 'open',
    path: '/films/Dune (2021).mkv',
    uid: 1000,
    gid: 1000,
    firstFailingParent: null,
    owner: null,
  }
  return { file: null, fault: { errno, ...none, ...more }, facts: null, isWithoutVideo: false, warning: null }
}

const dune: Entry = {
  key: 'Dune (2021).mkv',
  fingerprint: '1-100-1',
  kind: 'movie',
  label: 'Dune (2021)',
  data: { size: 100, mtimeMs: LONG_AGO },
}

/** Reads one entry from a disk that says what `readings` say, by path. */
async function read(
  entry: Entry,
  readings: Record<string, MediaReading>,
  onMissing = () => Promise.resolve(),
) {
  const reader: MediaReader = {
    read: async (path) => readings[typeof path === 'string' ? path : pathText(path)] ?? faulty('ENOENT'),
    close: () => Promise.resolve(),
  }
  const signal = new AbortController().signal
  for await (const reading of ingestFiles([entry], { library, reader, signal, now: () => NOW, onMissing }))
    return reading
  throw new Error('no reading')
}

const path = '/films/Dune (2021).mkv'

describe('a film', () => {
  test('is read as it is now, not as it was listed', async () => {
    const reading = await read(dune, { [path]: fine(250) })
    expect(reading).toMatchObject({
      warnings: [],
      draft: { title: 'Dune', year: 2021, file: { path, size: 250, facts, resolution: '1080p' } },
    })
  })

  test('whose container says nothing comes in with a warning', async () => {
    const reading = await read(dune, { [path]: fine(100, { facts: null, warning: 'Unreadable.' }) })
    expect(reading).toMatchObject({
      warnings: ['Unreadable.'],
      draft: { file: { facts: null, resolution: null } },
    })
  })

  test.each([
    ['is gone', faulty('ENOENT'), 'file_missing'],
    ['may not be read', faulty('EACCES', { firstFailingParent: '/films' }), 'permission_denied'],
    ['lies on a dead disk', faulty('EIO'), 'source_unreachable'],
    ['lies on a server that forgot it', faulty('ESTALE'), 'source_unreachable'],
    ['never came', faulty('ETIMEDOUT'), 'source_unreachable'],
    ['is held by another program', faulty('EBUSY'), 'file_locked'],
    [
      'became a folder',
      fine(100, { file: { size: 1, mtimeMs: 0, ino: 1, isFolder: true, isGrowing: false } }),
      'source_changed',
    ],
    ['became empty', fine(0), 'empty_file'],
    [
      'grows while it is read',
      fine(100, { file: { size: 100, mtimeMs: 0, ino: 1, isFolder: false, isGrowing: true } }),
      'file_incomplete',
    ],
    [
      'has another size, a moment ago',
      fine(101, { file: { size: 101, mtimeMs: NOW - 1000, ino: 1, isFolder: false, isGrowing: false } }),
      'file_incomplete',
    ],
    ['holds no pictures', fine(100, { isWithoutVideo: true }), 'no_video'],
  ])('that %s is %s', async (_, onDisk, code) => {
    expect(await read(dune, { [path]: onDisk })).toMatchObject({ key: dune.key, trouble: { code } })
  })

  test('that may not be read says which folder stops us and who we are', async () => {
    const owner = { uid: 0, gid: 0, mode: '0700' }
    const reading = await read(dune, { [path]: faulty('EACCES', { firstFailingParent: '/films', owner }) })
    expect(reading).toMatchObject({
      trouble: {
        detail: `This server may not read ${path} (user 1000, group 1000). It stops at /films, which belongs to 0:0 with mode 0700.`,
        evidence: { errno: 'EACCES', uid: 1000, firstFailingParent: '/films', owner },
      },
    })
  })

  test('in two files is one, as long and as large as both', async () => {
    const first = { ...dune, key: 'a cd1.mkv', data: { size: 300, mtimeMs: 1, parts: ['a cd2.mkv'] } }
    const reading = await read(first, { '/films/a cd1.mkv': fine(100), '/films/a cd2.mkv': fine(200) })
    expect(reading).toMatchObject({
      draft: { file: { size: 300, parts: ['/films/a cd2.mkv'], facts: { durationMs: 120_000 } } },
    })
    expect(await read(first, { '/films/a cd1.mkv': fine(100) })).toMatchObject({
      trouble: { code: 'file_missing' },
    })
  })

  test('on a disc has the facts of its longest stream', async () => {
    const disc = {
      ...dune,
      key: 'Dune (2021)/BDMV',
      data: { size: 500, mtimeMs: 1, main: 'Dune (2021)/BDMV/STREAM/1.m2ts' },
    }
    const folder = fine(4096, {
      file: { size: 4096, mtimeMs: 0, ino: 1, isFolder: true, isGrowing: false },
      facts: null,
    })
    const reading = await read(disc, {
      '/films/Dune (2021)/BDMV': folder,
      '/films/Dune (2021)/BDMV/STREAM/1.m2ts': fine(500),
    })
    expect(reading).toMatchObject({
      draft: { title: 'Dune', file: { path: '/films/Dune (2021)/BDMV', size: 500, facts } },
    })
  })
})

test('a missing file asks whether its library is there, and a library that is gone ends the read', async () => {
  const gone = () => Promise.reject(new Error('the library is gone'))
  await expect(read(dune, {}, gone)).rejects.toThrow('the library is gone')
})

test('an entry that leads out of its library is not read', async () => {
  const reading = await read({ ...dune, key: '../etc/passwd.mkv' }, { '/films/../etc/passwd.mkv': fine() })
  expect(reading).toMatchObject({ trouble: { code: 'path_invalid' } })
})

describe('what is no video', () => {
  const folder: Entry = { key: 'Private', fingerprint: '0', kind: 'other', label: 'Private' }
  const seen = fine(0, { file: { size: 0, mtimeMs: 0, ino: 1, isFolder: true, isGrowing: false } })

  test('is looked at again: a folder that still can not be read, and one that can', async () => {
    expect(await read(folder, { '/films/Private': faulty('EACCES') })).toMatchObject({
      trouble: { code: 'permission_denied' },
    })
    expect(await read(folder, { '/films/Private': seen })).toMatchObject({
      trouble: { code: 'listing_incomplete' },
    })
  })

  test('keeps the reason for which it was left out', async () => {
    const hidden = { ...folder, key: '.git' }
    expect(await read(hidden, { '/films/.git': seen })).toMatchObject({
      trouble: { code: 'excluded_by_rule' },
    })
    const archive = { ...folder, key: 'a.rar' }
    expect(await read(archive, { '/films/a.rar': fine() })).toMatchObject({
      trouble: { code: 'ext_archive' },
    })
  })
})
