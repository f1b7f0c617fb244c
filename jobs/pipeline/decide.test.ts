import { expect, test } from 'vitest'
import type { EpisodeDraft, FileDraft, MovieDraft } from '../../db/domain/draft.ts'
import type { KnownFile } from '../../db/queries/known-files.ts'
import { decide, episodeCode } from './decide.ts'

const file: FileDraft = {
  path: '/films/Dune (2021).mkv',
  parts: [],
  size: 1000,
  mtimeMs: 5,
  facts: {
    container: 'Matroska',
    durationMs: 9_360_000,
    width: 1920,
    height: 1080,
    videoCodec: 'HEVC',
    hdr: null,
    audio: [{ codec: 'AAC', channels: 6, language: 'en' }],
    subtitles: [],
  },
  resolution: '1080p',
  source: 'bluray',
  releaseGroup: null,
}
const movie: MovieDraft = { kind: 'movie', title: 'Dune', year: 2021, edition: null, ids: {}, file }
const known: KnownFile = {
  pathKey: 'k',
  fileId: 1,
  titleId: 1,
  titleKind: 'movie',
  titleName: 'Dune',
  titleYear: 2021,
  edition: null,
  size: 1000,
  mtimeMs: 5,
  parts: null,
  facts: file.facts,
  resolution: '1080p',
  source: 'bluray',
  releaseGroup: null,
  episodes: [],
}
const episode: EpisodeDraft = {
  kind: 'episode',
  show: { title: 'Bluey', year: null, ids: {} },
  season: 1,
  episodes: [2],
  airDate: null,
  absolute: [],
  title: null,
  ids: {},
  file,
}

test('a file nobody knows is created, by name', () => {
  expect(decide(movie, null)).toEqual({ status: 'created', action: 'Created movie ‘Dune (2021)’' })
  expect(decide(episode, null)).toEqual({ status: 'created', action: 'Created S01E02 of ‘Bluey’' })
})

test('a known file with the same facts is unchanged, whatever order its facts came in', () => {
  const turned = Object.fromEntries(Object.entries(file.facts ?? {}).reverse())
  const outcome = decide(movie, { ...known, facts: { ...file.facts, ...turned } as KnownFile['facts'] })
  expect(outcome).toEqual({ status: 'unchanged', action: 'Already in the library as ‘Dune (2021)’' })
})

test('an update says what changed', () => {
  const longer = { ...movie, file: { ...file, size: 2000, facts: { ...file.facts!, durationMs: 1 } } }
  expect(decide(longer, known)).toMatchObject({
    status: 'updated',
    action: 'Updated ‘Dune (2021)’: size and duration changed',
  })
})

test('an episode file that now holds other episodes is updated', () => {
  const show = {
    ...known,
    titleKind: 'show' as const,
    titleName: 'Bluey',
    titleYear: null,
    episodes: ['1:2'],
  }
  expect(decide(episode, show).status).toBe('unchanged')
  expect(decide({ ...episode, episodes: [2, 3] }, show)).toMatchObject({
    status: 'updated',
    action: 'Updated S01E02–E03 of ‘Bluey’: episode changed',
  })
})

test('a file whose title was removed is created again', () => {
  expect(decide(movie, { ...known, titleId: null })).toMatchObject({ status: 'created' })
})

test('warnings travel with the outcome', () => {
  expect(decide(movie, null, ['No container facts'])).toMatchObject({ warnings: ['No container facts'] })
})

test('a daily episode is named by its date', () => {
  expect(episodeCode({ ...episode, season: 2024, episodes: [20240301], airDate: '2024-03-01' })).toBe(
    '2024-03-01',
  )
})
