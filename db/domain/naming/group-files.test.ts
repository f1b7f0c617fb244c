import { describe, expect, test } from 'vitest'
import { groupFiles } from './group-files.ts'

describe('parts', () => {
  test('files that differ in their part are one film, in order', () => {
    expect(groupFiles(['Dawn (1998) part2.avi', 'Dawn (1998) part1.avi'])).toEqual([
      {
        name: 'Dawn (1998)',
        files: ['Dawn (1998) part1.avi', 'Dawn (1998) part2.avi'],
        alternates: [],
        extra: null,
      },
    ])
  })

  test('a part alone keeps its name, and numbers of a series are no parts', () => {
    expect(groupFiles(['Dawn Part 2.mkv'])[0]?.name).toBe('Dawn Part 2')
    expect(groupFiles(['Dawn 1.mkv', 'Dawn 2.mkv', 'Dawn 3.mkv'])).toHaveLength(3)
  })

  test('parts in different folders or with different extensions stay apart', () => {
    expect(groupFiles(['a/Dawn cd1.avi', 'b/Dawn cd2.avi'])).toHaveLength(2)
    expect(groupFiles(['Dawn cd1.avi', 'Dawn cd2.mkv'])).toHaveLength(2)
  })
})

describe('versions of a film', () => {
  test('files called after their folder are versions, the plain name first and then the taller picture', () => {
    const at = (name: string): string => `/m/Dawn (1998)/${name}.mkv`
    const files = ['Dawn (1998) - 720p', 'Dawn (1998) - 2160p', 'Dawn (1998)'].map(at)
    expect(groupFiles(files)).toEqual([
      {
        name: 'Dawn (1998)',
        files: [at('Dawn (1998)')],
        alternates: [{ files: [at('Dawn (1998) - 2160p')] }, { files: [at('Dawn (1998) - 720p')] }],
        extra: null,
      },
    ])
  })

  test('films of different years in one folder are different films', () => {
    expect(groupFiles(['/m/Dawn/Dawn (1998).mkv', '/m/Dawn/Dawn (2004).mkv'])).toHaveLength(2)
  })

  test('one file that is not called after the folder makes it a folder of many films', () => {
    expect(groupFiles(['/m/Dawn/Dawn - a.mkv', '/m/Dawn/Dawn - b.mkv', '/m/Dawn/Dusk.mkv'])).toHaveLength(3)
  })
})

describe('versions of an episode', () => {
  test('the same episode twice in a folder is one with a version, also in parts', () => {
    const at = (name: string): string => `/t/Harbor/Season 1/Harbor - S01E01 - ${name}.mkv`
    const [group, ...others] = groupFiles([at('720p'), at('1080p - part1'), at('1080p - part2')], 'show')
    expect(others).toEqual([])
    expect(group?.files).toEqual([at('1080p - part1'), at('1080p - part2')])
    expect(group?.alternates).toEqual([{ files: [at('720p')] }])
  })
})

test('a bonus stands apart from its film', () => {
  const kinds = groupFiles(['Dawn/Dawn.mkv', 'Dawn/Dawn-trailer.mkv', 'Dawn/interviews/Crew.mkv']).map(
    (g) => g.extra,
  )
  expect(kinds).toEqual([null, 'trailer', 'interview'])
})
