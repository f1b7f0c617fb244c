import type { Entry } from '../../../db/domain/entry.ts'
import { type Reading, SourceFailure, type SourceKind } from '../../sources/source.ts'

/** What a given source does; every part can be replaced by a test. */
export interface Given {
  /** Batches of entries per library title. */
  listings: { [title: string]: () => AsyncIterable<Entry[]> | Iterable<Entry[]> }
  read(entry: Entry): Reading | Promise<Reading>
}

/** A source of kind `given` that lists and reads exactly what a test hands it. */
export function givenSource(given: Given): SourceKind {
  return {
    kind: 'given',
    reader: 1,
    open: (_config, _secret, context) => ({
      check: () => Promise.resolve({ ok: true, note: 'given' }),
      checkLibrary: () => Promise.resolve({ ok: true, note: 'given' }),
      prescan: async function* (library) {
        const listing = given.listings[library.title]
        if (!listing) throw new SourceFailure('root_missing', `${library.title} is not there`)
        for await (const batch of listing()) {
          if (context.signal.aborted) return
          yield batch
        }
      },
      ingest: async function* (_library, entries) {
        for (const entry of entries) {
          if (context.signal.aborted) return
          yield await given.read(entry)
        }
      },
      close: () => Promise.resolve(),
    }),
  }
}

/** A movie entry with a path. */
export function movieEntry(name: string): Entry {
  return {
    key: `${name}.mkv`,
    fingerprint: `1-${name}`,
    kind: 'movie',
    label: name,
    path: `/films/${name}.mkv`,
  }
}

/** An episode entry of a show. */
export function episodeEntry(show: string, season: number, number: number): Entry {
  const label = `${show} S${season}E${number}`
  return {
    key: `${label}.mkv`,
    fingerprint: '1',
    kind: 'episode',
    label,
    path: `/shows/${show}/${label}.mkv`,
    show: { key: show, title: show },
    season,
    data: { number },
  }
}

/** A reading that makes of an entry what its label says. */
export function plainReading(entry: Entry): Reading {
  const file = {
    path: entry.path ?? entry.key,
    parts: [],
    size: 1000,
    mtimeMs: 1,
    facts: null,
    resolution: null,
    source: null,
    releaseGroup: null,
  }
  if (!entry.show) {
    const draft = { kind: 'movie' as const, title: entry.label, year: 2001, edition: null, ids: {}, file }
    return { key: entry.key, draft, warnings: [] }
  }
  const number =
    typeof entry.data === 'object' && entry.data && 'number' in entry.data ? Number(entry.data['number']) : 1
  return {
    key: entry.key,
    warnings: [],
    draft: {
      kind: 'episode',
      show: { title: entry.show.title, year: null, ids: {} },
      season: entry.season ?? 1,
      episodes: [number],
      airDate: null,
      absolute: [],
      title: null,
      ids: {},
      file,
    },
  }
}
