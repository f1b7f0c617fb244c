import type { Draft } from '../../../db/domain/draft.ts'
import type { Entry } from '../../../db/domain/entry.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { SAMPLE_LIBRARIES } from '../../contract/source-settings.ts'
import type { OpenSource, SourceContext, SourceLibrary } from '../source.ts'

/** A context for tests; nothing in it reaches out. */
export function contextOf(given: { signal?: AbortSignal; runId?: number } = {}): SourceContext {
  return {
    signal: given.signal ?? new AbortController().signal,
    roots: null,
    fetch: () => Promise.reject(new Error('the sample source asks nobody')),
    runId: given.runId ?? null,
    options: {},
    log: () => {},
  }
}

/** A library of that set. */
export function libraryOf(set: string): SourceLibrary {
  const known = SAMPLE_LIBRARIES.find((library) => library.set === set)
  return { id: 1, title: known?.title ?? set, mediaKind: known?.mediaKind ?? 'movie', config: { set } }
}

/** Everything that comes. */
export async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}

/** A unit of the sample data: as it was listed, and as it was read. */
export interface Unit {
  set: string
  entry: Entry
  draft: Draft | null
  trouble: Trouble | null
}

/** All units of the five libraries. */
export async function readWorld(source: OpenSource): Promise<Unit[]> {
  const units: Unit[] = []
  for (const { set } of SAMPLE_LIBRARIES) {
    const entries = (await collect(source.prescan(libraryOf(set)))).flat()
    const readings = await collect(source.ingest(libraryOf(set), entries))
    const byKey = new Map(readings.map((reading) => [reading.key, reading]))
    for (const entry of entries) {
      const reading = byKey.get(entry.key)
      const draft = reading && 'draft' in reading ? reading.draft : null
      units.push({ set, entry, draft, trouble: reading && 'trouble' in reading ? reading.trouble : null })
    }
  }
  return units
}
