import { describe, expect, test } from 'vitest'
import type { FileLibrary, FileMediaKind } from './file-library.ts'
import { labelOf } from './entry-label.ts'
import { readName } from './read-name.ts'

function read(path: string, mediaKind: FileMediaKind, more: Partial<FileLibrary> = {}) {
  const reading = readName(path, { path: '/media', mediaKind, followLinks: false, specials: true, ...more })
  const code = 'trouble' in reading ? reading.trouble.code : null
  return code ?? `${reading.kind} ${labelOf(reading, path)}`
}

describe('in a library of movies', () => {
  test.each([
    ['Dune (2021)/Dune (2021).mkv', 'movie Dune (2021)'],
    ['Dune.2021.2160p.UHD.BluRay.x265-EX/ex-dune.mkv', 'movie Dune (2021)'],
    ['Heat.mkv', 'movie Heat'],
    ['Bluey S01E02.mkv', 'wrong_media_type'],
    ['Dune (2021)/Sample/dune.mkv', 'sample'],
    ['Dune (2021)/Dune (2021)-trailer.mkv', 'extra'],
    ['Dune (2021)/Extras/Disc 2/Making of.mkv', 'extra'],
    // A folder of short films at the top holds films.
    ['Shorts/Bao (2018).mkv', 'movie Bao (2018)'],
    ['9f86d081884c7d659a2feaa0c55ad015.mkv', 'parse_failed'],
  ])('%s is %s', (path, expected) => expect(read(path, 'movie')).toBe(expected))
})

describe('in a library of shows', () => {
  test.each([
    ['Bluey/Season 1/Bluey S01E02.mkv', 'episode Bluey S01E02'],
    ['Rugrats/Rugrats S01E01-E02.mkv', 'episode Rugrats S01E01-E02'],
    ['The Daily Show/The Daily Show - 2024-03-01.mkv', 'episode The Daily Show 2024-03-01'],
    ['Frieren/[Ex] Frieren - 05 [1080p].mkv', 'episode Frieren S01E05'],
    ['Doctor Who (2005)/Specials/Doctor Who - S00E03.mkv', 'episode Doctor Who S00E03'],
    ['Dark/Nothing to see.mkv', 'parse_failed'],
    ['Dark/Season 1/featurettes/The cast.mkv', 'extra'],
  ])('%s is %s', (path, expected) => expect(read(path, 'show')).toBe(expected))

  test('the library itself may be the show', () => {
    expect(read('Season 1/S01E02.mkv', 'show', { path: '/tv/Dark (2017)' })).toBe('episode Dark S01E02')
  })

  test('specials are left out where they are not wanted', () => {
    const path = 'Dark/Specials/Dark S00E01.mkv'
    expect(read(path, 'show', { specials: false })).toBe('specials_excluded')
    expect(read('Dark/Dark S01E01.mkv', 'show', { specials: false })).toBe('episode Dark S01E01')
  })
})

test.each([
  ['Dune (2021)/Dune (2021).mkv', 'movie Dune (2021)'],
  ['Bluey/Season 1/Bluey S01E02.mkv', 'episode Bluey S01E02'],
  ['Heat.mkv', 'movie Heat'],
])('in a mixed library %s is %s by its own name', (path, expected) =>
  expect(read(path, 'mixed')).toBe(expected),
)
