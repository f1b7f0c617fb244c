import type { ExampleLibrary } from '../../db/examples/example-tree.ts'
import type { ExpectedEntry } from '../../db/examples/expected-entry.ts'
import { TROUBLE } from '../../db/domain/trouble-codes.ts'

/** What a first full run must make of some entries. */
export interface ExpectedCounts {
  found: number
  created: number
  skipped: number
  failed: number
}

/** What becomes of an entry of the example tree. */
export function statusOf(entry: ExpectedEntry): 'created' | 'skipped' | 'failed' {
  return entry.code === null ? 'created' : TROUBLE[entry.code].as
}

/** The counts of a first full run over some libraries of the example tree. */
export function expectedCounts(...libraries: ExampleLibrary[]): ExpectedCounts {
  const entries = libraries.flatMap((library) => library.entries)
  const having = (status: string) => entries.filter((entry) => statusOf(entry) === status).length
  return {
    found: entries.length,
    created: having('created'),
    skipped: having('skipped'),
    failed: having('failed'),
  }
}

/** How many files each show of a library has. */
export function expectedShows(library: ExampleLibrary): Map<string, number> {
  const shows = new Map<string, number>()
  for (const { title, code } of library.entries)
    if (title !== null && code === null) shows.set(title, (shows.get(title) ?? 0) + 1)
  return shows
}
