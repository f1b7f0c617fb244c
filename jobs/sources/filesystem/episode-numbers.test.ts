import { expect, test } from 'vitest'
import { emptyName, type ParsedName } from '../../../db/domain/naming/parsed-name.ts'
import { numbersOf } from './episode-numbers.ts'

const numbers = (parsed: Partial<ParsedName>) => numbersOf({ ...emptyName(), ...parsed }, 'name.mkv')

test('a name that says season and episodes is taken at its word, in order and each once', () => {
  expect(numbers({ seasons: [2], episodes: [4, 3, 4] })).toEqual({ season: 2, episodes: [3, 4] })
})

test('a day is an episode of its year', () => {
  expect(numbers({ airDate: '2024-03-01' })).toEqual({ season: 2024, episodes: [20240301] })
})

test('a number through all seasons is one of the first', () => {
  expect(numbers({ absolute: [412] })).toEqual({ season: 1, episodes: [412] })
})

test('a special without a season is of season 0', () => {
  expect(numbers({ isSpecial: true, episodes: [2] })).toEqual({ season: 0, episodes: [2] })
})

test.each([
  [{ seasons: [1, 2], episodes: [1] }, 'season_ambiguous'],
  [{ seasons: [1] }, 'parse_failed'],
  [{}, 'parse_failed'],
  [{ seasons: [4000], episodes: [1] }, 'number_invalid'],
  [{ seasons: [1], episodes: [1.5] }, 'number_invalid'],
] satisfies [Partial<ParsedName>, string][])('%j is %s', (parsed, code) => {
  expect(numbers(parsed)).toMatchObject({ code })
})
