import { describe, expect, test } from 'vitest'
import type { Draft } from '../../db/domain/draft.ts'
import type { Entry } from '../../db/domain/entry.ts'
import type { Json } from '../../db/domain/json.ts'
import type { TroubleCode } from '../../db/domain/trouble-codes.ts'
import { checkingViolations } from './conformance/checking.ts'
import { listingViolations } from './conformance/listing.ts'
import { film, filmDraft, type Plant, planted, soundReading } from './conformance/planted.ts'
import { readingViolations, strangerViolations } from './conformance/reading.ts'
import { closingViolations, stoppingViolations } from './conformance/stopping.ts'
import type { Rule } from './conformance/violation.ts'
import { testSource } from './conformance.ts'
import { SourceFailure } from './source.ts'

testSource('A sound source', planted())

// What the compiler would refuse, and what therefore only comes out of a cast or a foreign reply.
const notACode = 'oh_no' as TroubleCode
const notAKind = 'song' as Entry['kind']
const notJson = new Date(0) as unknown as Json

const twoOf = (a: Partial<Entry>, b: Partial<Entry> = {}): Plant => ({
  entries: () => [
    { ...film(1), ...a },
    { ...film(2), ...b },
  ],
})
const reads = (draft: Draft): Plant => ({ reading: ({ key }) => [{ key, draft, warnings: [] }] })
const fails = (code: TroubleCode, detail: string): Plant => ({
  reading: ({ key }) => [{ key, trouble: { code, detail } }],
})
const rejects = (): Promise<never> => Promise.reject(new Error('closed already'))

const listings: [Rule, string, Plant][] = [
  ['key unique', 'the same key twice', twoOf({ key: 'a' }, { key: 'a' })],
  ['key fits an index', 'a key of 501 bytes', twoOf({ key: 'ä'.repeat(250) + 'a' })],
  ['key fits an index', 'an empty key', twoOf({ key: '' })],
  ['key fits an index', 'a long show key', twoOf({ show: { key: 'a'.repeat(501), title: 'A' } })],
  ['label says something', 'a blank label', twoOf({ label: ' ' })],
  ['label says something', 'a show without a title', twoOf({ show: { key: 'a', title: '' } })],
  ['kind is known', 'a kind of its own', twoOf({ kind: notAKind })],
  ['season is a number', 'half a season', twoOf({ season: 1.5 })],
  ['season is a number', 'a negative season', twoOf({ season: -1 })],
  ['text can be stored', 'a NUL in a label', twoOf({ label: 'a\0b' })],
  ['text can be stored', 'half an emoji in a path', twoOf({ path: '/films/\ud83d' })],
  ['text can be stored', 'a NUL in the name of a data field', twoOf({ data: { 'a\0': 1 } })],
  ['json survives', 'a date in data', twoOf({ data: { at: notJson } })],
  ['json survives', 'NaN in data', twoOf({ data: [Number.NaN] })],
  [
    'show is grouped once',
    'two titles of one show',
    twoOf({ show: { key: 'a', title: 'A' } }, { show: { key: 'a', title: 'B' } }),
  ],
  [
    'batch is bounded',
    'all at once',
    { entries: () => Array.from({ length: 5001 }, (_, n) => film(n)), batchSize: 9999 },
  ],
  [
    'listing is deterministic',
    'other fingerprints',
    { entries: (n) => [{ ...film(1), fingerprint: `${n}` }] },
  ],
  [
    'listing is deterministic',
    'one more the second time',
    { entries: (n) => [film(1), film(2)].slice(0, n + 1) },
  ],
  ['listing is as expected', 'one too few', { expectedKeys: ['film 1', 'film 200'], ...twoOf({}) }],
  ['listing is as expected', 'one too many', { expectedKeys: ['film 1'], ...twoOf({}) }],
  [
    'trouble is in the catalogue',
    'its own code',
    twoOf({ trouble: { code: notACode, detail: 'Film 1 is bad' } }),
  ],
  ['trouble says what', 'one word', twoOf({ trouble: { code: 'sample', detail: 'Sample' } })],
]

const readings: [Rule, string, Plant][] = [
  ['one reading for each entry', 'none', { reading: () => [] }],
  ['one reading for each entry', 'two', { reading: (entry) => [soundReading(entry), soundReading(entry)] }],
  ['one reading for each entry', 'one of another', { reading: () => [soundReading(film(7))] }],
  [
    'reading is deterministic',
    'another title each time',
    (() => {
      let n = 0
      return { reading: ({ key }) => [{ key, draft: filmDraft(n++), warnings: [] }] }
    })(),
  ],
  ['draft is whole', 'no title', reads({ ...filmDraft(1), title: ' ' })],
  ['draft is whole', 'the year 19', reads({ ...filmDraft(1), year: 19 })],
  [
    'draft is whole',
    'a file without a path',
    reads({ ...filmDraft(1), file: { ...filmDraft(1).file, path: '' } }),
  ],
  ['draft is whole', 'a negative size', reads({ ...filmDraft(1), file: { ...filmDraft(1).file, size: -1 } })],
  [
    'draft is whole',
    'an episode without a number',
    reads({
      ...filmDraft(1),
      kind: 'episode',
      show: { title: 'A', year: null, ids: {} },
      season: 1,
      episodes: [],
      absolute: [],
      airDate: null,
    }),
  ],
  ['text can be stored', 'a NUL in a title', reads({ ...filmDraft(1), title: 'a\0b' })],
  ['text can be stored', 'half an emoji in a detail', fails('parse_failed', 'nothing in “\ud83d” to read')],
  ['trouble is in the catalogue', 'its own code', fails(notACode, 'Film 1 is bad')],
  ['trouble says what', 'only that it failed', fails('internal', 'Something went wrong')],
  ['trouble says what', 'the code in words', fails('file_missing', 'file missing')],
]

const strangers: [Rule, string, Plant][] = [
  [
    'bad entry is a reading',
    'throws for what is gone',
    {
      reading: (entry) => {
        if (!entry.key.startsWith('film')) throw new SourceFailure('file_missing', `${entry.key} is gone`)
        return [soundReading(entry)]
      },
    },
  ],
  ['bad entry is a reading', 'reads what is gone', reads(filmDraft(1))],
  [
    'bad entry is a reading',
    'throws for data of an older version',
    {
      reading: (entry) => {
        if (typeof entry.data !== 'object' || !('n' in entry.data!)) throw new TypeError('n of undefined')
        return [soundReading(entry)]
      },
    },
  ],
  [
    'one reading for each entry',
    'is silent about what is gone',
    { reading: (entry) => (entry.key.startsWith('film') ? [soundReading(entry)] : []) },
  ],
]

const stops: [Rule, string, Plant][] = [
  ['abort stops', 'goes on', { onAbort: () => 'go on' }],
  ['abort stops', 'ends as if complete', { onAbort: (signal) => (signal.aborted ? 'end' : 'go on') }],
  [
    'abort is no trouble',
    'calls it trouble',
    {
      onAbort: (signal) => {
        if (signal.aborted) throw new SourceFailure('source_unreachable', 'The films did not answer')
        return 'go on'
      },
    },
  ],
  [
    'abort stops',
    'looks at the signal only at the start',
    { onAbort: () => 'go on', beforeFirst: (s) => s.throwIfAborted() },
  ],
]

const closes: [Rule, string, Plant][] = [['close is harmless', 'throws', { source: { close: rejects } }]]

const checks: [Rule, string, Plant][] = [
  [
    'check says something',
    'an empty note',
    { source: { check: () => Promise.resolve({ ok: true, note: '' }) } },
  ],
  [
    'check says something',
    'trouble with a sound world',
    {
      source: {
        checkLibrary: () =>
          Promise.resolve({ ok: false, trouble: { code: 'root_missing', detail: '/films is gone' } }),
      },
    },
  ],
  [
    'trouble says what',
    'trouble without a detail',
    {
      source: {
        check: () => Promise.resolve({ ok: false, trouble: { code: 'root_missing', detail: 'Error' } }),
      },
    },
  ],
]

describe.each([
  ['listing', listingViolations, listings],
  ['reading', readingViolations, readings],
  ['strangers', strangerViolations, strangers],
  ['stopping', stoppingViolations, stops],
  ['closing', closingViolations, closes],
  ['checking', checkingViolations, checks],
] as const)('a source that breaks a rule in %s is refused', (_, violations, plants) => {
  test.each(plants)('%s: %s', async (rule, _what, plant) => {
    expect((await violations(planted(plant))).map((violation) => violation.rule)).toContain(rule)
  })
})
