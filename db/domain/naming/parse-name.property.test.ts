import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { groupFiles } from './group-files.ts'
import { parseName } from './parse-name.ts'
import { parseSubtitle } from './parse-subtitle.ts'

// A name of a thousand characters takes milliseconds, and a busy machine many times that.
vi.setConfig({ testTimeout: 60_000 })

const piece = fc.constantFrom(
  'S01E02',
  's1',
  'e02',
  '1x03',
  '-04',
  '2010',
  '(2010)',
  '[Kite]',
  '[07]',
  '1080p',
  'x264',
  'Part 1',
  'cd1',
  'Season 1',
  'extended',
  'cut',
  'german',
  'aka',
  'www.a.com',
  '[imdbid-tt1234567]',
  '字幕',
  '第01話',
  'مرحبا',
  '\u202e',
  '\0',
  '🎬',
  '½',
  ' ',
  '.',
  '_',
  '-',
  '/',
  '\\',
  '[',
  ']',
  '(',
  ')',
  '{',
  '~',
  'a',
  'Dawn',
  '7',
  '007',
  '.mkv',
  '.srt',
  '-trailer',
  '-rp',
)
const built = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join('').slice(0, 1000))
const repeated = fc
  .tuple(piece, piece, fc.integer({ min: 1, max: 400 }))
  .map(([a, b, n]) => (a + b).repeat(n).slice(0, 1000))
const name = fc.oneof(built, repeated, fc.string({ unit: 'binary', maxLength: 300 }))
const hints = fc.record({
  domain: fc.constantFrom('movie' as const, 'show' as const, undefined),
  isDirectory: fc.boolean(),
})

test('any path is read without an error, and the same path always gives the same answer', () => {
  fc.assert(
    fc.property(name, hints, (path, given) => {
      expect(parseName(path, given)).toEqual(parseName(path, given))
    }),
    { numRuns: 200 },
  )
})

test('numbers are whole, years are plausible and a title has no control characters', () => {
  fc.assert(
    fc.property(name, hints, (path, given) => {
      const read = parseName(path, given)
      if (!read) return
      expect(
        [...read.seasons, ...read.episodes].every((number) => Number.isInteger(number) && number >= 0),
      ).toBe(true)
      expect(new Set(read.episodes).size).toBe(read.episodes.length)
      if (read.year !== null) expect(read.year >= 1888 && read.year <= 2040).toBe(true)
      if (read.airDate !== null) expect(read.airDate).toMatch(/^(?:19|20)\d\d-[01]\d-[0-3]\d$/)
      expect(read.title).not.toMatch(/\p{Cc}/u)
    }),
    { numRuns: 200 },
  )
})

test('no file is lost or doubled by grouping', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(built, { maxLength: 8 }),
      fc.constantFrom('movie' as const, 'show' as const),
      (paths, domain) => {
        const grouped = groupFiles(paths, domain).flatMap(({ files, alternates }) => [
          files,
          ...alternates.map((a) => a.files),
        ])
        expect(grouped.flat().toSorted()).toEqual(paths.toSorted())
      },
    ),
    { numRuns: 100 },
  )
})

test('any subtitle name is read without an error', () => {
  fc.assert(
    fc.property(name, fc.option(name), (path, video) => {
      expect(parseSubtitle(path, video)).toEqual(parseSubtitle(path, video))
    }),
    { numRuns: 200 },
  )
})
