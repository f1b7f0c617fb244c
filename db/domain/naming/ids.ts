import type { NameIds } from './parsed-name.ts'

const tagged = (key: string, value: string): RegExp =>
  new RegExp(
    `\\[${key}(?:id)?[=-]${value}\\]|\\{${key}(?:id)?[=-]${value}\\}|\\(${key}(?:id)?[=-]${value}\\)`,
    'i',
  )
const imdbTag = tagged('imdb', '(tt\\d{5,10})')
const tmdbTag = tagged('tmdb', '(\\d{1,9})')
const tvdbTag = tagged('tvdb', '(\\d{1,9})')
const bareImdb = /(?<![a-z0-9=])(tt\d{7,10})(?![a-z0-9])/i
const anyTag =
  /[[({](?:imdb|tmdb|tvdb|anidb|anilist|mal)(?:id)?[0-9]?[=-][^\])}]{0,20}[\])}]|[[({]?(?<![a-z0-9])tt\d{7,10}(?![a-z0-9])[\])}]?/gi

/** The ids that a name carries in brackets of one kind, [imdbid-tt…], {tmdb-…}, (tvdb=…); imdb also bare. */
export function readIds(text: string): NameIds {
  // Most names carry none, and three searches are dear at scan speed.
  if (!/tt\d|[tiv][mv]?db/i.test(text)) return { imdb: null, tmdb: null, tvdb: null }
  const imdb = valueOf(imdbTag, text) ?? valueOf(bareImdb, text)
  return { imdb: imdb?.toLowerCase() ?? null, tmdb: numberOf(tmdbTag, text), tvdb: numberOf(tvdbTag, text) }
}

/** The text without its id tags, so that nothing reads their digits as years or episodes. */
export const withoutIds = (text: string): string => text.replace(anyTag, ' ')

function valueOf(pattern: RegExp, text: string): string | null {
  const found = pattern.exec(text)
  return found ? (found.slice(1).find((group) => group !== undefined) ?? null) : null
}

function numberOf(pattern: RegExp, text: string): number | null {
  const value = valueOf(pattern, text)
  return value === null ? null : Number(value)
}
