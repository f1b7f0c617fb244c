import { describe, expect, test } from 'vitest'
import { parseName } from './parse-name.ts'

const show = (path: string) => {
  const read = parseName(path, { domain: 'show' })
  return read && [read.title, read.year, read.seasons, read.episodes]
}
const movie = (path: string) => {
  const read = parseName(path, { domain: 'movie' })
  return read && [read.kind, read.title, read.year]
}

describe('a show’s files', () => {
  test.each([
    ['Blue Harbor (2011)/Season 01/Blue Harbor - S01E01 - Pilot.mkv', ['Blue Harbor', 2011, [1], [1]]],
    ['Blue Harbor (2011)/Season 01/02 - Low Tide.mkv', ['Blue Harbor', 2011, [1], [2]]],
    ['Blue Harbor/Staffel 2/Blue Harbor 205.avi', ['Blue Harbor', null, [2], [5]]],
    ['Blue Harbor/Season 2/Blue Harbor - 117.avi', ['Blue Harbor', null, [2], [117]]],
    ['Blue Harbor/Season 3/02-04.avi', ['Blue Harbor', null, [3], [2, 3, 4]]],
    ['Blue Harbor/Specials/Blue Harbor - S00E03.mkv', ['Blue Harbor', null, [0], [3]]],
    ['B/Blue Harbor/Season 1/blue.harbor.s01e09.mkv', ['Blue Harbor', null, [1], [9]]],
    ['Blue Harbor (2011)/S03/Blue.Harbor.S03E04-GRP/grp-bh304.mkv', ['Blue Harbor', 2011, [3], [4]]],
    ['Room 212/Season 01/Room 212 - S01E02.mkv', ['Room 212', null, [1], [2]]],
    ['Blue Harbor/Blue.Harbor.S02.720p.WEB.x264-GRP/E07.mkv', ['Blue Harbor', null, [2], [7]]],
  ])('%s', (path, expected) => {
    expect(show(path)).toEqual(expected)
  })

  test('a file among the specials that has no number is a special of its show', () => {
    const read = parseName('Blue Harbor/Specials/Making Waves.mkv', { domain: 'show' })
    expect(read).toMatchObject({ kind: 'episode', title: 'Blue Harbor', seasons: [0], isSpecial: true })
  })

  test('years as folders sort the files of a daily show without naming it', () => {
    const read = parseName('Night Desk/2019/Night Desk - 2019-04-05.mkv', { domain: 'show' })
    expect(read).toMatchObject({ title: 'Night Desk', airDate: '2019-04-05', episodes: [] })
  })

  test('the folder’s range does not hide which of its episodes a file is', () => {
    const read = parseName('Sky Pirates 101-140 [1080p]/117.mkv', { domain: 'show' })
    expect(read).toMatchObject({ title: 'Sky Pirates', absolute: [117] })
  })

  test('the files of a disc are read by the folder that holds the disc', () => {
    const read = parseName('Blue Harbor/Blue Harbor S01E05E06/VIDEO_TS/VTS_01_1.VOB', { domain: 'show' })
    expect(read).toMatchObject({ title: 'Blue Harbor', seasons: [1], episodes: [5, 6] })
  })

  test('a hint of the show replaces the title that was read', () => {
    expect(parseName('S24E01.mkv', { show: '24' })).toMatchObject({ title: '24', seasons: [24] })
  })
})

describe('a film’s files', () => {
  test.each([
    ['Dawn (1998)/Dawn.1998.1080p.BluRay.x264-GRP.mkv', ['movie', 'Dawn', 1998]],
    ['Dawn (1998)/movie.mkv', ['movie', 'Dawn', 1998]],
    ['Dawn.1998.1080p.BluRay.x264-GRP/grp-dwn.1080p.mkv', ['movie', 'Dawn', 1998]],
    ['Dawn.1998.1080p.BluRay.x264-GRP/9f86d081884c7d659a2feaa0c55ad015.mkv', ['movie', 'Dawn', 1998]],
    ['Dawn Collection/Dawn 2.mkv', ['movie', 'Dawn 2', null]],
    ['212.mkv', ['movie', '212', null]],
    ['1944 (2015).mkv', ['movie', '1944', 2015]],
    ['Dawn Part 2 (2003).mkv', ['movie', 'Dawn Part 2', 2003]],
  ])('%s', (path, expected) => {
    expect(movie(path)).toEqual(expected)
  })

  test('an episode in a movie library is still told as one, for somebody put it in the wrong place', () => {
    expect(movie('Blue.Harbor.S01E02.mkv')?.[0]).toBe('episode')
  })

  test('a part counts behind the title and not inside it', () => {
    expect(parseName('Dawn (1998) cd2.avi')?.part).toBe(2)
    expect(parseName('Dawn Part 2 (2003).mkv')?.part).toBeNull()
  })
})

describe('names that say nothing', () => {
  test.each(['d41d8cd98f00b204e9800998ecf8427e.mkv', 'k3Jx9QpLm2ZtVb7RwYc4NdF8.mkv', '', '///', 'song.mp3'])(
    '%j is null',
    (path) => {
      expect(parseName(path)).toBeNull()
    },
  )

  test('a library’s own folder name means nothing', () => {
    const read = parseName('/data/trailers/Dawn (1998).mkv', { libraryRoot: '/data/trailers' })
    expect(read).toMatchObject({ extra: null, title: 'Dawn' })
  })
})

describe('folders', () => {
  const folder = (path: string, parent?: string) => parseName(path, { isDirectory: true, parent })

  test.each([
    ['Season 4', 4],
    ['2. Staffel', 2],
    ['Temporada 3', 3],
    ['S05', 5],
    ['Specials', 0],
    ['Season 2010', 2010],
  ])('%s is season %d', (name, season) => {
    expect(folder(`Blue Harbor/${name}`)).toMatchObject({
      kind: 'season',
      seasons: [season],
      title: 'Blue Harbor',
    })
  })

  test('a number is a season below a show and a film in a collection', () => {
    expect(folder('Blue Harbor/2')?.kind).toBe('season')
    expect(folder('Dawn Collection/2')?.kind).not.toBe('season')
  })

  test('"Show Season 1" is a season only inside its show', () => {
    expect(folder('Blue Harbor/Blue Harbor Season 1')?.kind).toBe('season')
    expect(folder('Blue Harbor Season 1', '/mnt')).toMatchObject({
      kind: 'unknown',
      title: 'Blue Harbor',
      seasons: [],
    })
  })
})
