import type { EntryFilter, EntryStatus, Facets } from '../../api/wire.ts'
import { isEntryStatus } from '../../text/entry-status-words.ts'
import { isTroubleCodeWord } from '../../text/trouble-words.ts'

/** The search parameters of an address, as the router reads them. */
export type Search = Record<string, string | string[] | undefined>

/** A filter of the address that cannot be understood, and why; it is shown and never quietly left out. */
export interface Misread {
  name: string
  value: string
  why: string
}

const NUMBERS = ['libraryId', 'showId', 'season', 'attempt'] as const
const RESOLUTIONS = ['open', 'fixed', 'ignored'] as const

/** The filter that an address means, in the spelling of the server, and what of it makes no sense. */
export function readItemFilter(search: Search): { filter: EntryFilter; misread: Misread[] } {
  const misread: Misread[] = []
  const filter: EntryFilter = {}
  const take = <Value>(name: string, parse: (word: string) => Value | null, why: string): Value[] => {
    const values: Value[] = []
    for (const word of wordsOf(search[name])) {
      const value = parse(word)
      if (value === null) misread.push({ name, value: word, why })
      else values.push(value)
    }
    return values
  }
  const status = take('status', (word) => (isEntryStatus(word) ? word : null), 'no such status')
  if (status.length > 0) filter.status = status
  const code = take('code', (word) => (isTroubleCodeWord(word) ? word : null), 'no such code')
  if (code.length > 0) filter.code = code
  const resolution = take(
    'resolution',
    (word) => RESOLUTIONS.find((one) => one === word) ?? null,
    'no such word',
  )
  if (resolution.length > 0) filter.resolution = resolution
  for (const name of NUMBERS) {
    const numbers = take(name, (word) => (/^\d{1,9}$/.test(word) ? Number(word) : null), 'not a number')
    if (numbers.length > 0) filter[name] = numbers
  }
  const q = wordsOf(search['q'])[0]
  if (q) filter.q = q
  return { filter, misread }
}

/** A parameter's words: none, one or several. */
export function wordsOf(value: string | string[] | undefined): string[] {
  const words = value === undefined ? [] : Array.isArray(value) ? value : [value]
  return words.filter((word) => word !== '')
}

/** The statuses after one was clicked on: chosen if it was not, else no longer. */
export function toggledStatus(chosen: readonly EntryStatus[], status: EntryStatus): EntryStatus[] {
  return chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status]
}

/** The parameters of an address that narrow the list, for a way out of all of them. */
export const filterNames = ['status', 'code', 'resolution', ...NUMBERS, 'q'] as const

/** True when the rows that match stay the same while a run goes on, whatever becomes of them. */
export function hasFixedRows(filter: EntryFilter): boolean {
  return !filter.status && !filter.code && !filter.resolution && !filter.attempt
}

/** How many entries match by now, told by the counts of their statuses. */
export function matchingNow(facets: Pick<Facets, 'status'>, filter: EntryFilter): number {
  return facets.status
    .filter((facet) => !filter.status || filter.status.some((status) => status === facet.value))
    .reduce((sum, facet) => sum + facet.count, 0)
}
