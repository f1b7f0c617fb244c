import type { Entry } from '../../../db/domain/entry.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import type { Reading } from '../source.ts'

/** One thing of the invented world: how it is listed, and what reading it gives. */
export interface SampleItem {
  entry: Entry
  read(): Reading
}

/** What one library holds. */
export interface SampleSet {
  /** For people: "412 movies". */
  note: string
  items(): Iterable<SampleItem>
  /** The item of that key, or null for a key that this set never listed. */
  find(key: string): SampleItem | null
}

/** An item that is listed as trouble already. */
export function troubledItem(entry: Entry, trouble: Trouble): SampleItem {
  return { entry: { ...entry, trouble }, read: () => ({ key: entry.key, trouble }) }
}

/** A set of items that are few enough to be kept. */
export function keptSet(note: string, items: readonly SampleItem[]): SampleSet {
  const byKey = new Map(items.map((item) => [item.entry.key, item]))
  return { note, items: () => items, find: (key) => byKey.get(key) ?? null }
}
