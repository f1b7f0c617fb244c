import { describe, expect, test } from 'vitest'
import { parseName } from './parse-name.ts'

const numbers = (name: string) => {
  const read = parseName(name)
  return read && [read.title, read.seasons, read.episodes]
}

describe('season and episode', () => {
  test.each([
    ['Harbor.Lights.S02E07.720p.HDTV.x264-GRP', ['Harbor Lights', [2], [7]]],
    ['Harbor Lights - 2x07 - Fog', ['Harbor Lights', [2], [7]]],
    ['Harbor Lights Season 2 Episode 7', ['Harbor Lights', [2], [7]]],
    ['harbor.lights.s02.e07', ['harbor lights', [2], [7]]],
    ['Harbor Lights [2x07] Fog', ['Harbor Lights', [2], [7]]],
    ['Harbor Lights S2019E105', ['Harbor Lights', [2019], [105]]],
    ['Harbor Lights - Temporada 2 [HDTV][Cap.207]', ['Harbor Lights', [2], [7]]],
    ['Harbor.Lights.207.HDTV.x264-GRP', ['Harbor Lights', [2], [7]]],
    ['grp-harbors02e07-720p', ['grp-harbor', [2], [7]]],
    ['S02E07', ['', [2], [7]]],
    ['Harbor.Lights.3of6.The.Pier', ['Harbor Lights', [1], [3]]],
  ])('%s', (name, expected) => {
    expect(numbers(name)).toEqual(expected)
  })

  test.each([
    ['Harbor.Lights.S01E01E02', [1, 2]],
    ['Harbor.Lights.S01E03-E05', [3, 4, 5]],
    ['Harbor Lights - 1x03-05 - Storm', [3, 4, 5]],
    ['Harbor Lights - S01E03 - S01E04 - Storm', [3, 4]],
    ['Harbor.Lights.S01E03-04.720p', [3, 4]],
    ['Harbor Lights 1x03_04', [3, 4]],
    ['Harbor.Lights.s01e01.pier.s01e02.wharf', [1, 2]],
    ['Harbor Lights Se.1 afl.3 en 4', [3, 4]],
  ])('%s holds several', (name, episodes) => {
    expect(numbers(name)?.[2]).toEqual(episodes)
  })

  test.each([
    ['Harbor Lights - 1x03 - 04 Degrees', [3]],
    ['Harbor.Lights.S01E03-720p', [3]],
    ['Harbor Lights S01E03 11-59', [3]],
    ['Harbor Lights S01E03 - x264', [3]],
    ['Harbor Lights S01E03 - Episode 55', [3]],
    ['Harbor-S07E12-31st_Street', [12]],
  ])('%s holds one', (name, episodes) => {
    expect(numbers(name)?.[2]).toEqual(episodes)
  })

  test('a picture’s size is no episode', () => {
    expect(parseName('Dawn 1998 1920x1080 x264')?.episodes).toEqual([])
    expect(parseName('Harbor S01E02 1920x1080')?.episodes).toEqual([2])
  })
})

describe('an episode without a season', () => {
  test.each([
    ['Harbor Lights E07', [7]],
    ['Harbor Lights Ep07-09', [7, 8, 9]],
    ['Harbor Lights Episode 7', [7]],
    ['Harbor Lights 7. Bölüm', [7]],
    ['Harbor Lights Part 1 and Part 2', [1, 2]],
  ])('%s', (name, episodes) => {
    expect(numbers(name)).toEqual(['Harbor Lights', [], episodes])
  })
})

describe('whole seasons', () => {
  test.each([
    ['Harbor.Lights.S02.720p.WEB.x264-GRP', [2]],
    ['Harbor Lights Season 1-3 BluRay', [1, 2, 3]],
    ['Harbor.Lights.S01.S02.S03.1080p', [1, 2, 3]],
    ['Harbor Lights Complete Series S01 S03', [1, 2, 3]],
    ['Harbor Lights S02E01-08 of 08', [2]],
  ])('%s', (name, seasons) => {
    expect(parseName(name)).toMatchObject({ kind: 'season', title: 'Harbor Lights', seasons, episodes: [] })
  })
})

describe('daily shows', () => {
  test.each([
    ['Night Desk - 2014-03-09 - A Guest', '2014-03-09'],
    ['Night.Desk.2014.03.09.A.Guest.720p', '2014-03-09'],
    ['Night.Desk.03.29.2014.720p', '2014-03-29'],
    ['Night Desk 29-03-2014', '2014-03-29'],
    ['Night Desk 20140329', '2014-03-29'],
    ['Night.Desk.140329.720p.HDTV', '2014-03-29'],
    ['Night Desk 29 March 2014', '2014-03-29'],
    ['Night Desk March 29, 2014', '2014-03-29'],
    ['Night.Desk.2014.Mar.29.720p', '2014-03-29'],
  ])('%s', (name, airDate) => {
    expect(parseName(name)).toMatchObject({ kind: 'episode', title: 'Night Desk', airDate, episodes: [] })
  })

  test('season and episode go before a date', () => {
    expect(parseName('Night Desk S04E10 - 2014-03-09')).toMatchObject({ seasons: [4], episodes: [10] })
  })

  test('in a movie library a date is part of the title', () => {
    expect(parseName('Holiday 2014.03.09.mkv', { domain: 'movie' })).toMatchObject({
      airDate: null,
      year: null,
    })
  })
})
