import type { MovieDraft } from '../../../db/domain/draft.ts'
import type { Entry } from '../../../db/domain/entry.ts'
import type { OpenSource, Reading } from '../source.ts'
import type { OpenFixture } from './fixture.ts'

/** A film as a sound source lists it. */
export function film(n: number): Entry {
  return { key: `film ${n}`, fingerprint: `${n}`, kind: 'movie', label: `Film ${n} (1999)`, data: { n } }
}

/** A film as a sound source reads it. */
export function filmDraft(n: number): MovieDraft {
  return {
    kind: 'movie',
    title: `Film ${n}`,
    year: 1999,
    edition: null,
    ids: {},
    file: {
      path: `/films/${n}.mkv`,
      parts: [],
      size: 1000 + n,
      mtimeMs: 1,
      facts: null,
      resolution: null,
      source: null,
      releaseGroup: null,
    },
  }
}

/** What can be swapped in a sound source of a hundred films, to break one rule. */
export interface Plant {
  entries?: (opened: number) => Entry[]
  batchSize?: number
  reading?: (entry: Entry, opened: number) => Reading[]
  onAbort?: (signal: AbortSignal) => 'go on' | 'end'
  beforeFirst?: (signal: AbortSignal) => void
  expectedKeys?: string[]
  source?: Partial<OpenSource>
}

/** Opens a sound source with what was planted in it. */
export function planted(plant: Plant = {}): OpenFixture {
  let opened = 0
  return (signal) => {
    const turn = opened++
    const entries = plant.entries?.(turn) ?? Array.from({ length: 100 }, (_, n) => film(n))
    const stops = () => plant.onAbort?.(signal) ?? signal.throwIfAborted() ?? 'go on'
    const source: OpenSource = {
      check: () => Promise.resolve({ ok: true, note: 'A hundred films' }),
      checkLibrary: () => Promise.resolve({ ok: true, note: 'A hundred films' }),
      async *prescan() {
        plant.beforeFirst?.(signal)
        const size = plant.batchSize ?? 10
        for (let at = 0; at < entries.length; at += size) {
          if (stops() === 'end') return
          yield entries.slice(at, at + size)
        }
      },
      async *ingest(_library, asked) {
        for (const entry of asked) {
          if (stops() === 'end') return
          yield* plant.reading?.(entry, turn) ?? [soundReading(entry)]
        }
      },
      close: () => Promise.resolve(),
      ...plant.source,
    }
    return Promise.resolve({
      source,
      library: { id: 1, title: 'Films', mediaKind: 'movie', config: {} },
      expectedKeys: plant.expectedKeys,
      cleanup: () => Promise.resolve(),
    })
  }
}

/** The reading of a sound source: the draft, or that the film is gone. */
export function soundReading(entry: Entry): Reading {
  const n = /^film (\d+)$/.exec(entry.key)?.[1]
  if (entry.trouble) return { key: entry.key, trouble: entry.trouble }
  if (n === undefined) {
    return { key: entry.key, trouble: { code: 'file_missing', detail: `${entry.label} is gone` } }
  }
  return { key: entry.key, draft: filmDraft(Number(n)), warnings: [] }
}
