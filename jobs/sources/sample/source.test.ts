import { describe, expect, test } from 'vitest'
import { normalTitle } from '../../../db/domain/identity.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { TROUBLE } from '../../../db/domain/trouble-codes.ts'
import { SAMPLE_LIBRARIES } from '../../contract/source-settings.ts'
import { testSource } from '../conformance.ts'
import { SourceFailure, type SourceLibrary } from '../source.ts'
import { sample } from './source.ts'
import { collect, contextOf, libraryOf, readWorld } from './testing.ts'

const open = (signal?: AbortSignal) => sample.open({ itemsPerSecond: 0 }, null, contextOf({ signal }))
const world = await readWorld(open())
const failures = world.flatMap(({ trouble }) =>
  trouble && TROUBLE[trouble.code].as === 'failed' ? [trouble] : [],
)

for (const { set } of SAMPLE_LIBRARIES) {
  testSource(`The sample set ${set}`, (signal) =>
    Promise.resolve({ source: open(signal), library: libraryOf(set), cleanup: () => Promise.resolve() }),
  )
}
for (const set of ['generated:movies:700', 'generated:shows:700']) {
  testSource(`The sample set ${set}`, (signal) =>
    Promise.resolve({ source: open(signal), library: libraryOf(set), cleanup: () => Promise.resolve() }),
  )
}

describe('the sample data', () => {
  test('is 6,999 units in five libraries', () => {
    expect(countBy(world.map(({ set }) => set))).toEqual({
      'kids-movies': 412,
      'horror-movies': 1203,
      'adult-movies': 756,
      'kids-tv': 1142,
      '80s-tv': 3486,
    })
    expect(world).toHaveLength(6999)
  })

  test('has 21 shows for kids and 40 of the eighties, each with episodes that are not specials', () => {
    const showsOf = (set: string) =>
      new Set(
        world
          .filter((unit) => unit.set === set && unit.entry.season !== 0)
          .map((unit) => unit.entry.show?.key),
      )
    expect(showsOf('kids-tv').size).toBe(21)
    expect(showsOf('80s-tv').size).toBe(40)
  })

  test('fails 22 times for three causes, each in one folder', () => {
    const causes = failures.map(({ code, evidence }) => `${code} in ${String(evidence?.folder)}`)
    expect(countBy(causes)).toEqual({
      'file_missing in /data/horror': 14,
      'permission_denied in /data/80s/Laser Canyon/Season 04': 5,
      'metadata_not_found in /data/kids-tv/Tiny Tugboats': 3,
    })
  })

  test('fails 14 times in Horror Movies and 4 times in each of the TV libraries', () => {
    const failing = world.filter(({ trouble }) => trouble && failures.includes(trouble))
    expect(countBy(failing.map(({ set }) => set))).toEqual({ 'horror-movies': 14, 'kids-tv': 4, '80s-tv': 4 })
  })

  test('fails for every file of the locked folder and no other', () => {
    const locked = world.filter(({ entry }) => entry.path?.startsWith('/data/80s/Laser Canyon/Season 04/'))
    expect(locked.map(({ trouble }) => trouble?.code)).toEqual(Array(5).fill('permission_denied'))
  })

  test('says in each failure which path or title it is about', () => {
    for (const { entry, trouble } of world) {
      if (trouble?.code === 'metadata_not_found') {
        expect(trouble.detail).toMatch(/^Nothing matched “Tiny Tugboats S03E2\d” \(20\d\d\)\.$/)
      } else if (trouble && failures.includes(trouble)) expect(trouble.detail).toContain(entry.path)
    }
  })

  test('skips 52 units, most of them specials', () => {
    const skips = world.flatMap(({ entry }) => (entry.trouble ? [entry.trouble.code] : []))
    expect(countBy(skips)).toEqual({ specials_excluded: 41, sample: 5, extra: 6 })
  })

  test('creates an item of its own for everything else', () => {
    const names = world.flatMap(({ draft }) => {
      if (!draft) return []
      if (draft.kind === 'movie') return [`${normalTitle(draft.title)} ${draft.year}`]
      return [`${normalTitle(draft.show.title)} ${draft.season} ${draft.episodes.join()}`]
    })
    expect(names).toHaveLength(6999 - 22 - 52)
    expect(new Set(names).size).toBe(names.length)
  })

  test('gives no two titles the same external id', () => {
    const movies = world.flatMap(({ draft }) => (draft?.kind === 'movie' ? [draft.ids] : []))
    for (const namespace of ['imdb', 'tmdb'] as const) {
      const ids = movies.flatMap((movie) => movie[namespace] ?? [])
      expect(new Set(ids).size).toBe(ids.length)
    }
    const shows = world.flatMap(({ draft }) => (draft?.kind === 'episode' ? [draft.show] : []))
    const titleById = new Map(shows.map((show) => [show.ids.tvdb, show.title]))
    expect(titleById.size).toBe(61)
    for (const show of shows) expect(titleById.get(show.ids.tvdb)).toBe(show.title)
  })

  test('is what its check says', async () => {
    const count = world.length.toLocaleString('en')
    expect(await open().check()).toEqual({ ok: true, note: `Sample data: ${count} items in five libraries` })
    const notes = await Promise.all(SAMPLE_LIBRARIES.map(({ set }) => open().checkLibrary(libraryOf(set))))
    expect(notes.map((report) => report.ok && report.note)).toEqual([
      '412 movies',
      '1,203 movies',
      '756 movies',
      '1,142 episodes of 21 shows',
      '3,486 episodes of 40 shows',
    ])
  })
})

describe('a library whose set the sample source does not have', () => {
  const wrong: [string, SourceLibrary][] = [
    ['another name', libraryOf('grown-ups')],
    ['a name of Object.prototype', libraryOf('constructor')],
    ['no units', libraryOf('generated:movies:0')],
    ['a range that is none', libraryOf('generated:movies:7-7')],
    ['too many units', libraryOf('generated:shows:1000001')],
    ['no set at all', { ...libraryOf(''), config: {} }],
  ]
  test.each(wrong)('is source_misconfigured: %s', async (_, library) => {
    const report = await open().checkLibrary(library)
    expect(troubleIn(report).code).toBe('source_misconfigured')
    const listing = collect(open().prescan(library))
    await expect(listing).rejects.toBeInstanceOf(SourceFailure)
    await expect(listing).rejects.toMatchObject({ code: 'source_misconfigured' })
  })

  test('is named in the trouble', async () => {
    expect(troubleIn(await open().checkLibrary(libraryOf('grown-ups'))).detail).toContain('“grown-ups”')
  })
})

test('settings without a usable rate are trouble to every question, not a throw at opening', async () => {
  const source = sample.open({ itemsPerSecond: -1 }, null, contextOf())
  expect(troubleIn(await source.check()).detail).toContain('itemsPerSecond')
  expect(troubleIn(await source.checkLibrary(libraryOf('kids-tv'))).code).toBe('source_misconfigured')
  expect(() => source.prescan(libraryOf('kids-tv'))).toThrow(SourceFailure)
})

test('a generated set gives as many units as its name says, each of which becomes an item', async () => {
  for (const set of ['generated:movies:1234', 'generated:shows:1234']) {
    const entries = (await collect(open().prescan(libraryOf(set)))).flat()
    const readings = await collect(open().ingest(libraryOf(set), entries))
    expect(entries).toHaveLength(1234)
    expect(readings.filter((reading) => 'draft' in reading)).toHaveLength(1234)
  }
})

test('generated sets of ranges that do not overlap have nothing in common', async () => {
  const keysOf = async (set: string) =>
    (await collect(open().prescan(libraryOf(set)))).flat().map((entry) => entry.key)
  const [first, second] = [await keysOf('generated:shows:200'), await keysOf('generated:shows:200-500')]
  expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([200, 300, 500])
})

function troubleIn(report: { ok: true } | { ok: false; trouble: Trouble }): Trouble {
  if (report.ok) throw new Error('no trouble')
  return report.trouble
}

function countBy(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  )
}
