import type { Draft, FileDraft } from '../../../db/domain/draft.ts'
import type { Entry } from '../../../db/domain/entry.ts'
import type { SampleItem, SampleSet } from './sample-set.ts'

/** Most units of a generated set. */
export const GENERATED_LIMIT = 1_000_000
const EPISODES_A_SEASON = 20
const EPISODES_A_SHOW = 100

/**
 * The set named `generated:movies:<n>` or `generated:shows:<n>`, for benchmarks: n units up to a million, all
 * of which become catalogue items, made from their number alone, so that memory stays the same at any size.
 * `generated:movies:<from>-<n>` leaves out the first, so that several libraries need have nothing in common.
 * Null for any other name.
 */
export function generatedSet(name: string): SampleSet | null {
  const [, kind, first = '0', end] = /^generated:(movies|shows):(?:(\d{1,7})-)?(\d{1,7})$/.exec(name) ?? []
  const [from, to] = [Number(first), Number(end)]
  if (!kind || from >= to || to > GENERATED_LIMIT) return null
  const itemOf = kind === 'movies' ? movieOf : episodeOf
  return {
    note: `${(to - from).toLocaleString('en')} generated ${kind === 'movies' ? 'movies' : 'episodes'}`,
    *items() {
      for (let n = from; n < to; n += 1) yield itemOf(n)
    },
    find(key) {
      const n = Number(/^[me]0*(\d+)$/.exec(key)?.[1] ?? Number.NaN)
      const item = n >= from && n < to ? itemOf(n) : null
      return item?.entry.key === key ? item : null
    },
  }
}

function movieOf(n: number): SampleItem {
  const name = `Movie ${sevenDigits(n)}`
  const year = 1950 + (n % 75)
  const label = `${name} (${year})`
  const file = fileOf(n, `/data/generated/${label}/${label}.mkv`)
  const draft: Draft = { kind: 'movie', title: name, year, edition: null, ids: {}, file }
  return itemOf(
    { key: `m${sevenDigits(n)}`, fingerprint: `${n}`, kind: 'movie', label, path: file.path },
    draft,
  )
}

function episodeOf(n: number): SampleItem {
  const show = `Show ${sevenDigits(Math.floor(n / EPISODES_A_SHOW))}`
  const season = 1 + Math.floor((n % EPISODES_A_SHOW) / EPISODES_A_SEASON)
  const number = 1 + (n % EPISODES_A_SEASON)
  const label = `${show} S0${season}E${String(number).padStart(2, '0')}`
  const file = fileOf(n, `/data/generated/${show}/Season 0${season}/${label}.mkv`)
  const draft: Draft = {
    kind: 'episode',
    show: { title: show, year: 1990, ids: {} },
    season,
    episodes: [number],
    airDate: null,
    absolute: [],
    title: `Episode ${number}`,
    ids: {},
    file,
  }
  const shown = { show: { key: show, title: show }, season }
  return itemOf(
    { key: `e${sevenDigits(n)}`, fingerprint: `${n}`, kind: 'episode', label, path: file.path, ...shown },
    draft,
  )
}

function itemOf(entry: Entry, draft: Draft): SampleItem {
  return { entry, read: () => ({ key: entry.key, draft, warnings: [] }) }
}

function fileOf(n: number, path: string): FileDraft {
  return {
    path,
    parts: [],
    size: 1_000_000_000 + n,
    mtimeMs: 1_600_000_000_000 + n,
    facts: null,
    resolution: '1080p',
    source: 'web',
    releaseGroup: null,
  }
}

function sevenDigits(n: number): string {
  return String(n).padStart(7, '0')
}
