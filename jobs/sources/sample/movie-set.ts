import { normalTitle } from '../../../db/domain/identity.ts'
import type { MovieDraft } from '../../../db/domain/draft.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { type Chance, chanceOf } from './chance.ts'
import { fileFacts } from './media-facts.ts'
import { keptSet, type SampleItem, type SampleSet, troubledItem } from './sample-set.ts'
import { makeTitle, type TitleWords } from './titles/title-words.ts'

/** What a library of invented films is made from. */
export interface MoviePlan {
  name: string
  folder: string
  words: TitleWords
  years: readonly [number, number]
  minutes: readonly [number, number]
  /** How many units in all; samples, trailers and missing films are among them. */
  units: number
  samples: number
  trailers: number
  missing: number
  firstId: number
}

interface Film {
  name: string
  title: string
  year: number
  path: string
}

/** A library of invented films, in the order of their names; the same for the same plan. */
export function movieSet(plan: MoviePlan): SampleSet {
  const films = inventFilms(plan)
  const missing = spread(plan.missing, films.length, 0)
  const sampled = spread(plan.samples, films.length, 1)
  const trailed = spread(plan.trailers, films.length, 2)
  const items = films.flatMap((film, n) => [
    filmItem(plan, film, n, missing.has(n)),
    ...(sampled.has(n) ? [sampleItem(plan, film)] : []),
    ...(trailed.has(n) ? [trailerItem(plan, film)] : []),
  ])
  return keptSet(`${plan.units.toLocaleString('en')} movies`, items)
}

/** A title may come twice, as a remake, but not in the same year. */
function inventFilms(plan: MoviePlan): Film[] {
  const chance = chanceOf(plan.name)
  const yearsOf = new Map<string, number[]>()
  const films: Film[] = []
  while (films.length < plan.units - plan.samples - plan.trailers) {
    const title = makeTitle(plan.words, chance)
    const year = yearOf(plan, chance)
    const years = yearsOf.get(normalTitle(title)) ?? []
    if (years.length === 2 || years.includes(year)) continue
    yearsOf.set(normalTitle(title), [...years, year])
    const name = `${title} (${year})`
    films.push({ name, title, year, path: `${plan.folder}/${name}/${name}.mkv` })
  }
  return films.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** More of the newer years than of the older ones. */
function yearOf(plan: MoviePlan, chance: Chance): number {
  const [first, last] = plan.years
  return last - Math.floor(chance.next() ** 1.6 * (last - first + 1))
}

/** That many places, evenly over the length; another `shift` gives other places. */
function spread(count: number, length: number, shift: number): Set<number> {
  return new Set(Array.from({ length: count }, (_, n) => Math.floor(((n + 0.5) * length) / count) + shift))
}

function filmItem(plan: MoviePlan, film: Film, n: number, isMissing: boolean): SampleItem {
  const key = film.path.slice(plan.folder.length + 1)
  const chance = chanceOf(`${plan.name} ${key}`)
  const draft = draftOf(plan, film, n, chance)
  const fingerprint = `${draft.file.size}-${draft.file.mtimeMs}`
  return {
    entry: { key, fingerprint, kind: 'movie', label: film.name, path: film.path },
    read: () =>
      isMissing ? { key, trouble: missingFile(film.path, plan.folder) } : { key, draft, warnings: [] },
  }
}

function missingFile(path: string, folder: string): Trouble {
  return {
    code: 'file_missing',
    detail: `The file is gone from ${path}.`,
    evidence: { errno: 'ENOENT', path, folder },
  }
}

function draftOf(plan: MoviePlan, film: Film, n: number, chance: Chance): MovieDraft {
  const durationMs = chance.between(plan.minutes[0] * 60_000, plan.minutes[1] * 60_000)
  const id = plan.firstId + n
  return {
    kind: 'movie',
    title: film.title,
    year: film.year,
    edition: chance.is(0.04) ? chance.pick(["Director's Cut", 'Extended', 'Theatrical']) : null,
    ids: { tmdb: `${id}`, ...(chance.is(0.9) ? { imdb: `tt${id}` } : {}) },
    file: {
      path: film.path,
      parts: [],
      mtimeMs: chance.between(Date.UTC(2019, 0, 1), Date.UTC(2025, 5, 1)),
      ...fileFacts(film.year, durationMs, chance),
    },
  }
}

function sampleItem(plan: MoviePlan, film: Film): SampleItem {
  const path = `${plan.folder}/${film.name}/Sample/${film.name}-sample.mkv`
  return bonusItem(plan, path, {
    code: 'sample',
    detail: `“${film.name}-sample.mkv” lasts 42 s: a sample of the film.`,
    evidence: { durationMs: 42_000 },
  })
}

function trailerItem(plan: MoviePlan, film: Film): SampleItem {
  const path = `${plan.folder}/${film.name}/${film.name}-trailer.mkv`
  return bonusItem(plan, path, {
    code: 'extra',
    detail: `“${film.name}-trailer.mkv” is a trailer.`,
    evidence: { extra: 'trailer' },
  })
}

function bonusItem(plan: MoviePlan, path: string, trouble: Trouble): SampleItem {
  const key = path.slice(plan.folder.length + 1)
  const label = path.slice(path.lastIndexOf('/') + 1)
  return troubledItem({ key, fingerprint: '1', kind: 'other', label, path }, trouble)
}
