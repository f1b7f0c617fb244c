import { z } from 'zod'
import type { ParsedName } from '../../db/domain/naming/parsed-name.ts'
import { foldTitle } from '../../db/domain/naming/title-text.ts'

const zNumbers = z.array(z.number())

/** One line of a sample file: a name, what its reader was told beside it, and what should come out. */
export const zNameCase = z.object({
  suite: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  isDirectory: z.boolean().optional(),
  parent: z.string().optional(),
  libraryRoot: z.string().optional(),
  show: z.string().optional(),
  options: z.unknown().optional(),
  expect: z.object({
    unparsed: z.boolean().optional(),
    title: z.string().nullish(),
    titleClean: z.string().optional(),
    titleWithoutYear: z.string().optional(),
    allTitles: z.array(z.string()).optional(),
    year: z.number().nullish(),
    seasons: zNumbers.optional(),
    multiSeason: z.boolean().optional(),
    episodes: zNumbers.optional(),
    absolute: zNumbers.optional(),
    episodeFirst: z.number().optional(),
    episodeLast: z.number().nullish(),
    airDate: z.string().optional(),
    airYear: z.number().optional(),
    notProps: z.unknown().optional(),
    subtitleLanguage: z.string().nullish(),
  }),
})

/** One case of a sample file. */
export type NameCase = z.infer<typeof zNameCase>

/** Whether title, year, numbers and date came out as expected; null if the case expects none of them. */
export function isRead({ expect, input }: NameCase, read: ParsedName | null): boolean | null {
  if (expect.unparsed) return null
  const checks = [
    titleIs(expect, read),
    yearIs(expect, read),
    numbersAre(expect, read, input),
    dateIs(expect, read),
  ]
  const made = checks.filter((check) => check !== null)
  return made.length ? made.every(Boolean) : null
}

type Expectation = NameCase['expect']

// A year may stand in the title or apart from it, and a season in the title of an absolute number.
function titleIs(expect: Expectation, read: ParsedName | null): boolean | null {
  const single = expect.title ?? expect.titleClean ?? expect.titleWithoutYear
  const wanted = expect.allTitles ?? (single === undefined ? null : [single])
  if (wanted === null) return null
  const title = read?.title ?? ''
  const seasons = expect.absolute?.length ? (read?.seasons ?? []) : []
  const forms = [
    title,
    `${title} ${read?.year}`,
    ...seasons.flatMap((season) => [`${title} s${season}`, `${title} s${String(season).padStart(2, '0')}`]),
  ]
  const isLoose = expect.titleClean !== undefined
  return wanted.some((want) => forms.some((form) => fold(form, isLoose) === fold(want, isLoose)))
}

const fold = (text: string, isLoose: boolean): string =>
  isLoose ? foldTitle(text).replace(/ /g, '') : foldTitle(text)

const yearIs = (expect: Expectation, read: ParsedName | null): boolean | null =>
  expect.year === undefined ? null : (expect.year ?? null) === (read?.year ?? null)

function dateIs(expect: Expectation, read: ParsedName | null): boolean | null {
  if (expect.airDate !== undefined) return read?.airDate === expect.airDate
  return expect.airYear === undefined ? null : read?.airDate?.startsWith(String(expect.airYear)) === true
}

const seasonSign =
  /(?<!\p{L})s(?:eason|eries)?[ ._-]*\d|\d+x\d|\d+-\d|(?<!\d)\d{3,4}(?![\dpi])|staffel|stagione|temporada/iu

function numbersAre(expect: Expectation, read: ParsedName | null, input: NameCase['input']): boolean | null {
  const { seasons = [], episodes = [], absolute = [] } = read ?? {}
  const wantsAbsolute = (expect.absolute?.length ?? 0) > 0
  const checks: boolean[] = []
  if (expect.seasons && !(wantsAbsolute && expect.seasons.length === 0)) {
    // A season that no part of the name states is the product's own default and not a reader's to guess.
    const isDefault =
      !seasonSign.test(String(input)) && !seasons.length && episodes.length > 0 && same(expect.seasons, [1])
    checks.push(
      expect.multiSeason ? seasons[0] === expect.seasons[0] : isDefault || same(seasons, expect.seasons),
    )
  }
  if (expect.episodes && !(wantsAbsolute && expect.episodes.length === 0)) {
    const isCounted = expect.episodes.length > 0 && seasons.length === 0 && same(absolute, expect.episodes)
    checks.push(same(episodes, expect.episodes) || isCounted)
  }
  if (wantsAbsolute && !expect.episodes?.length) {
    checks.push(same(absolute, expect.absolute ?? []) || same(episodes, expect.absolute ?? []))
  }
  const pool = episodes.length ? episodes : absolute
  if (expect.episodeFirst !== undefined) checks.push(Math.min(...pool) === expect.episodeFirst)
  if (expect.episodeLast !== undefined) {
    checks.push(expect.episodeLast === null ? pool.length <= 1 : Math.max(...pool) === expect.episodeLast)
  }
  return checks.length ? checks.every(Boolean) : null
}

const same = (a: number[], b: number[]): boolean => {
  const [left, right] = [new Set(a), new Set(b)]
  return left.size === right.size && [...left].every((number) => right.has(number))
}
