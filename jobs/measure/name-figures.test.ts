import { expect, test } from 'vitest'
import { zNameCase } from './name-case.ts'
import { toNameFigures } from './name-figures.ts'

test('figures count the cases of each suite and of the set that it belongs to', () => {
  const cases = [
    {
      suite: 'own/Episode',
      input: 'Harbor.S01E02.mkv',
      expect: { title: 'Harbor', seasons: [1], episodes: [2] },
    },
    {
      suite: 'own/Episode',
      input: 'Harbor.S01E02.mkv',
      expect: { title: 'Harbor', seasons: [1], episodes: [3] },
    },
    { suite: 'own/Movie', input: 'Dawn (1998).mkv', expect: { title: 'Dawn', year: 1998 } },
    { suite: 'own/Junk', input: 'd41d8cd98f00b204e9800998ecf8427e.mkv', expect: { unparsed: true } },
  ].map((row) => zNameCase.parse(row))
  expect(toNameFigures(cases).map(({ figure, suite, value, of }) => [figure, suite, value, of])).toEqual([
    ['core', 'own', 66.7, 3],
    ['core', 'own/Episode', 50, 2],
    ['core', 'own/Movie', 100, 1],
    ['rejected', 'own', 100, 1],
    ['rejected', 'own/Junk', 100, 1],
  ])
})
