import type { Chance } from './chance.ts'

/**
 * How many episodes each season of each show has: as many shows as asked, exactly that many episodes in all,
 * seasons of about the usual length.
 */
export function planSeasons(
  shows: number,
  episodes: number,
  usual: readonly [number, ...number[]],
  chance: Chance,
): number[][] {
  const weights = Array.from({ length: shows }, () => 0.35 + chance.next() ** 2 * 2)
  const sum = weights.reduce((a, b) => a + b, 0)
  const sizes = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * episodes)))
  // What rounding left over goes to the first shows, one episode each.
  let left = episodes - sizes.reduce((a, b) => a + b, 0)
  for (let n = 0; left !== 0; n = (n + 1) % shows) {
    const step = Math.sign(left)
    if ((sizes[n] ?? 0) + step < 1) continue
    sizes[n] = (sizes[n] ?? 0) + step
    left -= step
  }
  return sizes.map((size) => seasonsOf(size, chance.pick(usual)))
}

/** Whole seasons, and a last one with the rest; a rest of one or two is added to the season before. */
function seasonsOf(episodes: number, usual: number): number[] {
  const seasons: number[] = []
  for (let left = episodes; left > 0;) {
    const size = left < usual + 3 ? left : usual
    seasons.push(size)
    left -= size
  }
  return seasons
}
