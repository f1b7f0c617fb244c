/** Numbers found in a name, and where: the title stands before `start`, the episode's title after `end`. */
export type Marker = {
  start: number
  end: number
  seasons: number[]
  episodes: number[]
  absolute: number[]
  airDate: string | null
  isSpecial: boolean
  /**
   * How sure the reading is: `sure` names season and episode, `likely` states an episode or a date in words,
   * `guess` is a number that might as well belong to a title.
   */
  trust: 'sure' | 'likely' | 'guess'
}

/** A marker at a place, with only what the pattern found filled in. */
export function makeMarker(start: number, end: number, found: Partial<Marker>): Marker {
  return {
    start,
    end,
    seasons: [],
    episodes: [],
    absolute: [],
    airDate: null,
    isSpecial: false,
    trust: 'likely',
    ...found,
  }
}
