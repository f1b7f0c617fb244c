import type { RunShowView } from '../../api/wire.ts'

/** How a show stands: being ingested, done with failures, not begun, or done. */
export type ShowState = 'active' | 'attention' | 'waiting' | 'done'

/** How a show stands, from its counts. */
export function showState(show: Pick<RunShowView, 'total' | 'settled' | 'counts'>): ShowState {
  if (show.settled < show.total) return show.settled > 0 ? 'active' : 'waiting'
  return show.counts.failed > 0 ? 'attention' : 'done'
}

const rank = { active: 0, attention: 1, waiting: 2, done: 3 } as const satisfies Record<ShowState, number>

/**
 * Which shows are drawn, at most `most`, given the ones drawn before. A place keeps its show for as long as no
 * other has more need of it; then that one place changes hands, and no row moves.
 */
export function showSlots(before: readonly number[], shows: readonly RunShowView[], most: number): number[] {
  const byId = new Map(shows.map((show) => [show.showId, show]))
  const slots = before.filter((id) => byId.has(id))
  const taken = new Set(slots)
  const need = (id: number) => rank[showState(byId.get(id)!)]
  const others = shows
    .map((show) => show.showId)
    .filter((id) => !taken.has(id))
    .toSorted((a, b) => need(a) - need(b))
  for (const id of others) {
    if (slots.length < most) {
      slots.push(id)
      continue
    }
    const least = slots.reduce((worst, one, at) => (need(one) > need(slots[worst]!) ? at : worst), 0)
    if (need(slots[least]!) <= need(id)) break
    slots[least] = id
  }
  return slots
}

/** How many shows there are of each kind that a sentence names. */
export function tallyOf(shows: readonly RunShowView[]): {
  all: number
  active: number
  waiting: number
  done: number
} {
  const tally = { all: shows.length, active: 0, waiting: 0, done: 0 }
  for (const show of shows) {
    const state = showState(show)
    tally[state === 'attention' ? 'done' : state] += 1
  }
  return tally
}
