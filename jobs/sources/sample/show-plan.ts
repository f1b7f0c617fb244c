import type { Trouble } from '../../../db/domain/outcome.ts'
import type { TitleWords } from './titles/title-words.ts'

/** An invented show. */
export interface Show {
  title: string
  year: number
  folder: string
  id: number
  minutes: number
}

/** Which episode of its show. */
export interface Episode {
  season: number
  number: number
}

/** What a library of invented shows is made from. */
export interface ShowPlan {
  name: string
  folder: string
  words: TitleWords
  shows: readonly string[]
  years: readonly [number, number]
  minutes: readonly [number, number]
  seasonLength: readonly [number, ...number[]]
  /** How many units in all; specials and failing episodes are among them. */
  units: number
  specials: number
  /** Shows with seasons as told instead of by chance, counted within `units`. */
  told: Readonly<Record<string, readonly number[]>>
  /** Where an episode lies, if not in its season's folder. */
  pathOf?(show: string, episode: Episode): string | null
  /** What goes wrong when an episode is read, by show and number. */
  troubleOf(show: Show, episode: Episode, path: string): Trouble | null
  firstId: number
}
