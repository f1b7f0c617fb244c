import type { ParsedName } from '../../../db/domain/naming/parsed-name.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'

/** The season and the episodes of one file, as the catalogue counts them. */
export interface EpisodeNumbers {
  season: number
  episodes: number[]
}

const HIGHEST_SEASON = 3000
const HIGHEST_EPISODE = 99_999

/**
 * Where a name says no season: a daily show's is the year and its episode the day (20240301); a number counted
 * through all seasons is an episode of season 1. Trouble if the name says too little, too much or the impossible.
 */
export function numbersOf(parsed: ParsedName, name: string): EpisodeNumbers | Trouble {
  const { seasons, episodes, absolute, airDate, isSpecial } = parsed
  if (seasons.length > 1)
    return { code: 'season_ambiguous', detail: `“${name}” says more than one season: ${seasons.join(', ')}.` }
  const season = seasons[0] ?? (isSpecial ? 0 : 1)
  const numbers = episodes.length > 0 ? episodes : absolute
  if (numbers.length === 0 && airDate !== null) return daily(airDate, isSpecial)
  if (numbers.length === 0) {
    const known =
      parsed.kind === 'season' || seasons.length > 0 ? `only that it is of season ${season}` : 'nothing'
    return { code: 'parse_failed', detail: `The name says ${known} about the episode: “${name}”.` }
  }
  if (
    season > HIGHEST_SEASON ||
    numbers.some((number) => number > HIGHEST_EPISODE || !Number.isInteger(number))
  )
    return {
      code: 'number_invalid',
      detail: `“${name}” says season ${season}, episode ${numbers.join(', ')}.`,
    }
  return { season, episodes: [...new Set(numbers)].toSorted((one, other) => one - other) }
}

function daily(airDate: string, isSpecial: boolean): EpisodeNumbers {
  return {
    season: isSpecial ? 0 : Number(airDate.slice(0, 4)),
    episodes: [Number(airDate.replaceAll('-', ''))],
  }
}
