import { setTimeout as rest } from 'node:timers/promises'
import type { Entry } from '../../db/domain/entry.ts'
import type { Draft, FileDraft } from '../../db/domain/draft.ts'
import { type Reading, SourceFailure, type SourceKind, type SourceLibrary } from '../sources/source.ts'
import { type SetConfig, zSetConfig } from './set-config.ts'

const LISTED_AT_ONCE = 150
const READ_BETWEEN_RESTS = 40
const EPISODES_A_SHOW = 60
/** More than the catalogue's column can hold: the database refuses the row. */
const TOO_LARGE = 70_000

/** A source whose every trouble follows from its library's settings and the entry's key alone. */
export function makeChaosSource(): SourceKind {
  const looks = new Map<string, number>()
  const steps = new Map<string, number>()
  const stumble = (what: string, times: number): void => {
    const step = (steps.get(what) ?? 0) + 1
    steps.set(what, step)
    if (step <= times) throw new Error(`${what} stumbled`)
  }
  return {
    kind: 'chaos',
    reader: 1,
    open: (_config, _secret, { signal }) => ({
      check: () => Promise.resolve({ ok: true, note: 'chaos' }),
      checkLibrary: () => Promise.resolve({ ok: true, note: 'chaos' }),
      prescan: async function* (library) {
        const set = zSetConfig.parse(library.config)
        const count = set.breaksAfter ?? set.count
        stumble(`listing ${library.id}`, set.stumbles)
        for (let from = 0; from < count; from += LISTED_AT_ONCE) {
          await rest(set.restMs, undefined, { signal })
          const size = Math.min(LISTED_AT_ONCE, count - from)
          yield Array.from({ length: size }, (_, at) => entryOf(library, set, set.first + from + at))
        }
        if (set.breaksAfter !== null) throw new SourceFailure('source_unreachable', 'The source went away.')
      },
      ingest: async function* (library, entries) {
        const set = zSetConfig.parse(library.config)
        await rest(set.deafMs)
        stumble(`reading ${library.id}`, set.stumbles)
        for (const [at, entry] of entries.entries()) {
          if (at % READ_BETWEEN_RESTS === 0) await rest(set.restMs, undefined, { signal })
          const look = (looks.get(`${library.id} ${entry.key}`) ?? 0) + 1
          looks.set(`${library.id} ${entry.key}`, look)
          yield readingOf(library, set, entry, look)
        }
      },
      close: () => Promise.resolve(),
    }),
  }
}

function entryOf(library: SourceLibrary, set: SetConfig, n: number): Entry {
  const label = nameOf(library, n)
  const isShow = library.mediaKind === 'show'
  const show = `${set.space} show ${Math.floor(n / EPISODES_A_SHOW)}`
  return {
    key: `${set.space}/${label}`,
    fingerprint: `v${versionOf(set, n)}`,
    kind: isShow ? 'episode' : 'movie',
    label,
    path: pathOf(library, set, n),
    data: { n },
    ...(isShow ? { show: { key: show, title: show }, season: 1 } : {}),
    ...(lot(set, n, 'skipped') < set.skipped
      ? { trouble: { code: 'sample' as const, detail: `${label} is a sample.` } }
      : {}),
  }
}

function readingOf(library: SourceLibrary, set: SetConfig, entry: Entry, look: number): Reading {
  const { key, label } = entry
  const n =
    entry.data !== null && typeof entry.data === 'object' && 'n' in entry.data ? Number(entry.data['n']) : 0
  // What fails may be mended by a later look, so that retries have something to find.
  if (lot(set, n, 'failing') < set.failing && (look < 2 || n % 2 === 0)) {
    return {
      key,
      trouble: { code: 'file_missing', detail: `${label} is gone.`, evidence: { folder: set.space } },
    }
  }
  if (lot(set, n, 'passing') < set.passing && (look < 2 || n % 5 === 0)) {
    return { key, trouble: { code: 'file_locked', detail: `${label} is in use.` } }
  }
  return { key, warnings: [], draft: draftOf(library, set, n) }
}

function draftOf(library: SourceLibrary, set: SetConfig, n: number): Draft {
  const file: FileDraft = {
    path: pathOf(library, set, n),
    parts: [],
    size: 1000 + versionOf(set, n),
    mtimeMs: 1,
    facts: null,
    resolution: null,
    source: null,
    releaseGroup: null,
  }
  const isRefused = lot(set, n, 'refused') < set.refused
  if (library.mediaKind === 'movie') {
    const year = isRefused ? TOO_LARGE : 1990
    return { kind: 'movie', title: `${set.space} ${nameOf(library, n)}`, year, edition: null, ids: {}, file }
  }
  const show = `${set.space} show ${Math.floor(n / EPISODES_A_SHOW)}`
  return {
    kind: 'episode',
    show: { title: show, year: null, ids: { tvdb: show } },
    season: isRefused ? TOO_LARGE : 1,
    episodes: [n % EPISODES_A_SHOW],
    airDate: null,
    absolute: [],
    title: null,
    ids: {},
    file,
  }
}

function nameOf(library: SourceLibrary, n: number): string {
  return `${library.mediaKind} ${String(n).padStart(5, '0')}`
}

function pathOf(library: SourceLibrary, set: SetConfig, n: number): string {
  return `/${set.space}/${nameOf(library, n)}.mkv`
}

function versionOf(set: SetConfig, n: number): number {
  return n % 7 === 0 ? set.version : 1
}

/** 0 to 999, the same for the same thing. */
function lot(set: SetConfig, n: number, what: string): number {
  let hash = 0x811c9dc5
  for (const char of `${set.space} ${what} ${n}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return (hash >>> 0) % 1000
}
