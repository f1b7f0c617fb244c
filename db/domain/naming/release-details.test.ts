import { describe, expect, test } from 'vitest'
import { parseName } from './parse-name.ts'

describe('titles and years', () => {
  test.each([
    ['Dawn.of.Time.1998.1080p.BluRay.x264-GRP', 'Dawn of Time', 1998],
    ['(1998) Dawn of Time', 'Dawn of Time', 1998],
    ['2012.(2008).WEB-DL.1080p', '2012', 2008],
    ['Dawn 2001 (1998)', 'Dawn 2001', 1998],
    ['D.A.W.N.2.1998.720p.BluRay.x264-GRP', 'D.A.W.N. 2', 1998],
    ['Dawn.Weg.der.Zeit.EXTENDED.German.720p.BluRay.x264-GRP', 'Dawn Weg der Zeit', null],
    ['The.Good.German.Dawn.1998.720p.BluRay', 'The Good German Dawn', 1998],
    ['www.example-site.org - Dawn 1998 1080p', 'Dawn', 1998],
    ['[dawn].mkv', '[dawn]', null],
    ['The.Final.Cut.1998.1080p', 'The Final Cut', 1998],
    ['Dawn.LIMITED.1998.1080p', 'Dawn', 1998],
    ['The Dawn Limited 1998 1080p', 'The Dawn Limited', 1998],
    ['Dawn tt7654321 1998', 'Dawn', 1998],
    ['Dawn (aka Daybreak) 1998 DVDRip', 'Dawn', 1998],
  ])('%s', (name, title, year) => {
    expect(parseName(name)).toMatchObject({ title, year })
  })
})

describe('quality', () => {
  test.each([
    ['Dawn.1998.2160p.UHD.BluRay.x265-GRP', '2160p', 'bluray'],
    ['Dawn.1998.720p.WEB-DL.H.264-GRP', '720p', 'web'],
    ['Dawn 1998 1920x800 x264', '1080p', null],
    ['Dawn.1998.DVDRip.XviD-GRP', null, 'dvd'],
    ['Dawn.1998.1080p.HD.DVD.VC-1-GRP', '1080p', 'hddvd'],
    ['Harbor.S01E01.HDTV.x264-GRP', null, 'tv'],
    ['Dawn.1998.TELESYNC.x264-GRP', null, 'telesync'],
  ])('%s', (name, resolution, source) => {
    expect(parseName(name)).toMatchObject({ resolution, source })
  })

  test('a proper, a repack and v3 say which version they are', () => {
    expect(parseName('Dawn.1998.PROPER.720p.WEB.x264-GRP')).toMatchObject({ version: 2, isProper: true })
    expect(parseName('[Kite] Sky Pirates - 07v3 [720p]')).toMatchObject({ version: 3, isProper: false })
  })
})

describe('groups', () => {
  test.each([
    ['Dawn.1998.1080p.BluRay.x264-GRP', 'GRP'],
    ['Dawn.1998.1080p.BluRay.x264-GRP-Obfuscated', 'GRP'],
    ['Dawn (1998) (1080p BluRay x265 10bit Kestrel)', 'Kestrel'],
    ['Dawn (1998) (1080p BluRay x265 AAC 5.1 Kestrel) [KSTR]', 'KSTR'],
    ['Dawn.1998.1080p.BluRay.x264-GRP[eztv]', 'GRP'],
    ['Dawn.1998.1080p.WEB-DL', null],
    ['Dawn.1998.1080p.BluRay.DTS-HD.MA.5.1', null],
    ['Harbor S01E01 Fog', null],
  ])('%s', (name, group) => {
    expect(parseName(name)?.releaseGroup).toBe(group)
  })
})

describe('editions, layouts, ids and stand-ins', () => {
  test.each([
    ["Dawn (1998) Director's Cut.mkv", "Director's Cut"],
    ['Dawn.1998.EXTENDED.1080p.BluRay.mkv', 'EXTENDED'],
    ['Dawn 50th Anniversary Edition 1998.mkv', '50th Anniversary Edition'],
    ['Dawn 1998 1080p.mkv', null],
  ])('%s', (name, edition) => {
    expect(parseName(name)).toMatchObject({ title: 'Dawn', edition })
  })

  test.each([
    ['Dawn (1998) 3D.HSBS.mkv', 'hsbs'],
    ['Dawn (1998) [ftab].mkv', 'ftab'],
    ['Dawn (1998) 3D.mkv', null],
  ])('%s', (name, format3D) => {
    expect(parseName(name)).toMatchObject({ format3D })
  })

  test('ids are read from brackets that close as they open, of the file or its folder', () => {
    expect(parseName('Dawn (1998) [imdbid-tt7654321]/Dawn {tmdb-42}.mkv')?.ids).toEqual({
      imdb: 'tt7654321',
      tmdb: 42,
      tvdb: null,
    })
    expect(parseName('Dawn (1998) {tmdb-42).mkv')?.ids.tmdb).toBeNull()
    expect(parseName('Harbor [tvdbid=7]/S01E01.mkv')?.ids.tvdb).toBe(7)
  })

  test('an id’s digits are no year', () => {
    expect(parseName('Dawn {tmdb-1998}.mkv')).toMatchObject({ year: null, title: 'Dawn' })
  })

  test('placeholders are told from media', () => {
    expect(parseName('Dawn (1998).bluray.disc')).toMatchObject({ stub: true, stubType: 'bluray' })
    expect(parseName('Dawn (1998).strm')).toMatchObject({ stub: true, stubType: 'stream' })
    expect(parseName('Dawn (1998).mkv')?.stub).toBe(false)
  })
})

describe('extras', () => {
  test.each([
    ['Dawn (1998)/Dawn-trailer.mkv', 'trailer'],
    ['Dawn (1998)/Featurettes/Making of.mkv', 'featurette'],
    ['Dawn (1998)/Behind the Scenes/Set.mkv', 'behindthescenes'],
    ['Dawn (1998)/Dawn-deleted.mkv', 'deletedscene'],
    ['Dawn (1998)/Dawn-sample.mkv', 'sample'],
    ['Dawn (1998)/theme.mp3', 'themesong'],
    ['Dawn (1998)/Extras/Outtakes.mkv', 'other'],
  ])('%s', (path, extra) => {
    expect(parseName(path, { domain: 'movie' })).toMatchObject({ kind: 'extra', extra, title: 'Dawn' })
  })

  test('a title that holds such a word is no extra', () => {
    expect(parseName('The Long Short (2015).mkv')?.extra).toBeNull()
    expect(parseName('Trailers (2015)/Trailers (2015).mkv')?.extra).toBeNull()
  })
})
