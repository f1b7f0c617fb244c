import { describe, expect, test } from 'vitest'
import { parseName } from './parse-name.ts'

const read = (name: string) => {
  const result = parseName(name)
  return result && [result.title, result.absolute, result.releaseGroup]
}

describe('names that a fansub group signed', () => {
  test.each([
    ['[Kite] Sky Pirates - 07 [1080p][0A1B2C3D].mkv', ['Sky Pirates', [7], 'Kite']],
    ['[Kite]_Sky_Pirates_-_07v2_(720p)_[0A1B2C3D].mkv', ['Sky Pirates', [7], 'Kite']],
    ['[Kite] Sky Pirates 07 [720p]', ['Sky Pirates', [7], 'Kite']],
    ['[Kite] Sky Pirates - 100 Winds - 07 (1080p)', ['Sky Pirates - 100 Winds', [7], 'Kite']],
    ['[Kite] Sky Pirates 2 - 07 [720p]', ['Sky Pirates 2', [7], 'Kite']],
    ['[Kite] Sky Pirates - 07 ~ 09 [720p]', ['Sky Pirates', [7, 8, 9], 'Kite']],
    ['[Kite] Sky Pirates (07-09) [720p]', ['Sky Pirates', [7, 8, 9], 'Kite']],
    ['[Kite] Sky Pirates - 07+08 [720p]', ['Sky Pirates', [7, 8], 'Kite']],
    ['[Kite] Sky Pirates - The Movie 3 [720p]', ['Sky Pirates - The Movie 3', [], 'Kite']],
    ['[Kite] Sky Pirates - 07.5 [720p]', ['Sky Pirates', [7.5], 'Kite']],
    ['[Kite] 07 - Sky Pirates [720p]', ['Sky Pirates', [7], 'Kite']],
    ['[風箏字幕組][天空海盗][Sky Pirates][2019][07][1080P]', ['Sky Pirates', [7], '風箏字幕組']],
    ['[風箏字幕組][天空海盗][07][1080P]', ['天空海盗', [7], '風箏字幕組']],
    ['[Kite] 天空海盗 / Sky Pirates - 07 [1080p]', ['Sky Pirates', [7], 'Kite']],
  ])('%s', (name, expected) => {
    expect(read(name)).toEqual(expected)
  })

  test('a season before the number is kept beside it', () => {
    expect(parseName('[Kite] Sky Pirates S2 - 07 [1080p]')).toMatchObject({ seasons: [2], absolute: [7] })
  })

  test('both counts are kept where both are given', () => {
    const both = parseName('[Kite] Sky Pirates - 19 (S02E07) [1080p]')
    expect(both).toMatchObject({ title: 'Sky Pirates', seasons: [2], episodes: [7], absolute: [19] })
  })

  test('an OVA is a special, with or without a number', () => {
    const special = { title: 'Sky Pirates', isSpecial: true, absolute: [] }
    expect(parseName('[Kite] Sky Pirates OVA [1080p]')).toMatchObject({ ...special, seasons: [] })
    expect(parseName('[Kite] Sky Pirates OVA 2 [1080p]')).toMatchObject({
      ...special,
      seasons: [0],
      episodes: [2],
    })
  })
})

describe('names that nobody signed', () => {
  test.each([
    ['Sky Pirates - 031 - The Storm.mkv', ['Sky Pirates', [31], null]],
    ['Sky Pirates - 07 [720p].mkv', ['Sky Pirates', [7], null]],
    ['Sky Pirates {07} The Storm', ['Sky Pirates', [7], null]],
  ])('%s', (name, expected) => {
    expect(read(name)).toEqual(expected)
  })

  test.each([
    'Dawn 2 (2010).mkv',
    'Dawn - 2 (2010).mkv',
    'Area 212 (2010) 1080p.mkv',
    'Dawn.2049.2017.720p.mkv',
  ])('%s is a movie: a year follows the number', (name) => {
    expect(parseName(name)).toMatchObject({ kind: 'movie', absolute: [], episodes: [] })
  })
})
