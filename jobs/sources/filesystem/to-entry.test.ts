import { describe, expect, test } from 'vitest'
import type { FileLibrary } from './file-library.ts'
import type { Found } from './found.ts'
import { createShowOf } from './show-of.ts'
import { toEntry } from './to-entry.ts'

const shows: FileLibrary = { path: '/tv', mediaKind: 'show', followLinks: false, specials: true }

function found(path: string, more: Partial<Found> = {}): Found {
  return {
    path,
    isVideo: true,
    size: 10,
    mtimeMs: 1.5,
    ino: 7,
    parts: [],
    main: null,
    trouble: null,
    ...more,
  }
}

function entries(paths: string[]) {
  const showOf = createShowOf()
  return paths.map((path) => toEntry(found(path), shows, showOf))
}

describe('an entry', () => {
  test('has its path below the library as key, and changes its fingerprint with time, size and inode', () => {
    const [entry] = entries(['Bluey/Season 1/Bluey S01E02.mkv'])
    expect(entry).toMatchObject({
      key: 'Bluey/Season 1/Bluey S01E02.mkv',
      path: '/tv/Bluey/Season 1/Bluey S01E02.mkv',
      fingerprint: '1.5-10-7',
      kind: 'episode',
      label: 'Bluey S01E02',
      season: 1,
    })
  })

  test('carries its whole path where that is too long for a key', () => {
    const path = `Bluey/${'Season 1/'.repeat(80)}Bluey S01E02.mkv`
    const [entry] = entries([path])
    expect(Buffer.byteLength(entry?.key ?? '')).toBeLessThanOrEqual(500)
    expect(entry?.data).toMatchObject({ path })
  })

  test('says its trouble in characters that a person can read', () => {
    const trouble = { code: 'ext_unsupported', detail: 'odd: “a\n\uF7E9.xyz”' } as const
    const entry = toEntry(found('a\n\uF7E9.xyz', { isVideo: false, trouble }), shows, createShowOf())
    expect(entry).toMatchObject({
      kind: 'other',
      label: 'a\\n\\xE9.xyz',
      trouble: { detail: 'odd: “a\\n\\xE9.xyz”' },
    })
    expect(entry.key).toBe('a\n\uF7E9.xyz')
  })

  test('of a name that says nothing has no show and the name as its label, and is read when it is ingested', () => {
    const [entry] = entries(['Bluey/Nothing.mkv'])
    expect(entry).toMatchObject({ kind: 'episode', label: 'Nothing.mkv' })
    expect(entry).not.toHaveProperty('show')
    expect(entry).not.toHaveProperty('trouble')
  })
})

describe('a show', () => {
  const keysOf = (paths: string[]) => entries(paths).map(({ show }) => show?.key)

  test('is its folder, whatever seasons, releases and specials lie below', () => {
    const paths = [
      'Bluey (2018)/Bluey S01E01.mkv',
      'Bluey (2018)/Season 2/Bluey S02E01.mkv',
      'Bluey (2018)/Specials/Bluey S00E01.mkv',
      'Bluey (2018)/Bluey.S03E01.1080p.WEB.x264-EX/bluey.s03e01.mkv',
    ]
    expect(new Set(keysOf(paths))).toEqual(new Set(['Bluey (2018)']))
    expect(keysOf(['Kids/Bluey/Season 1/Bluey S01E01.mkv'])).toEqual(['Kids/Bluey'])
  })

  test('is its title where files lie flat', () => {
    const paths = ['The.Wire.S01E01.720p.mkv', 'The Wire S02E01.mkv', 'Season 1/The Wire - 1x02.mkv']
    expect(new Set(keysOf(paths)).size).toBe(1)
  })

  test('keeps one title, the first', () => {
    const titles = entries(['Bluey/a bluey S01E01.mkv', 'Bluey/BLUEY S01E02.mkv']).map(
      ({ show }) => show?.title,
    )
    expect(new Set(titles).size).toBe(1)
  })
})
