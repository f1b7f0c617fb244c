import type { MediaKind } from '../api/wire.ts'

/** What one work unit of a library is called. */
export interface UnitWords {
  one: string
  many: string
}

/** The word for what a library holds changes with its kind. */
export const unitWords = {
  movie: { one: 'movie', many: 'movies' },
  show: { one: 'episode', many: 'episodes' },
  mixed: { one: 'file', many: 'files' },
  bookmark: { one: 'entry', many: 'entries' },
  record: { one: 'record', many: 'records' },
} as const satisfies Record<MediaKind, UnitWords>

/** What a mixture of kinds is called. */
export const itemWords: UnitWords = { one: 'item', many: 'items' }

/** The unit that all the kinds share, or "items". */
export function unitOf(kinds: readonly MediaKind[]): UnitWords {
  const [first, ...others] = kinds
  return first && others.every((kind) => kind === first) ? unitWords[first] : itemWords
}
