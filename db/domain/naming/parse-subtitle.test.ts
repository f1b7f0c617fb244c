import { expect, test } from 'vitest'
import { parseSubtitle } from './parse-subtitle.ts'

const plain = { language: null, title: null, default: false, forced: false, hearingImpaired: false }

test.each([
  ['Dawn.srt', plain],
  ['Dawn.en.srt', { ...plain, language: 'eng' }],
  ['Dawn.Deutsch.forced.srt', { ...plain, language: 'ger', forced: true }],
  ['Dawn.pt-BR.default.srt', { ...plain, language: 'por', default: true }],
  ['Dawn.hi.srt', { ...plain, language: 'hin' }],
  ['Dawn.en.hi.srt', { ...plain, language: 'eng', hearingImpaired: true }],
  ['Dawn.sdh.fr.Commentary.srt', { ...plain, language: 'fre', hearingImpaired: true, title: 'Commentary' }],
  ['Dawn.ru-director.srt', { ...plain, language: 'rus', title: 'director' }],
])('%s beside Dawn', (path, expected) => {
  expect(parseSubtitle(path, 'Dawn')).toEqual(expected)
})

test('without the video’s name only what stands among the tags is a title', () => {
  expect(parseSubtitle('The Dawn (1998) [AAC 2.0].Full.en.ass')).toMatchObject({
    language: 'eng',
    title: 'Full',
  })
  expect(parseSubtitle('The.Long.Dawn.eng.srt')).toMatchObject({ language: 'eng', title: null })
})
