import type { StagedEntry } from '../../db/queries/staged-entries.ts'
import { type Reading, SourceFailure } from '../sources/source.ts'
import type { Opened } from './engine.ts'

/** A reading with the entry it is of, and how long the source took since the one before. */
export interface EntryReading {
  entry: StagedEntry
  reading: Reading
  tookMs: number | null
}

/**
 * Readings of staged entries: trouble seen while listing at once, the rest from the source. What the source
 * gave no reading for fails by itself; when it can read no more, the rest fails with its reason.
 */
export async function* readEntries(
  opened: Opened,
  staged: readonly StagedEntry[],
  signal: AbortSignal,
  tell: (entry: StagedEntry) => void,
): AsyncGenerator<EntryReading[]> {
  const seen: EntryReading[] = staged.flatMap((entry) =>
    entry.trouble ? [{ entry, reading: { key: entry.key, trouble: entry.trouble }, tookMs: null }] : [],
  )
  if (seen.length > 0) yield seen
  const waiting = new Map(staged.filter((entry) => !entry.trouble).map((entry) => [entry.key, entry]))
  if (waiting.size === 0) return
  const first = waiting.values().next().value
  if (first) tell(first)
  let sinceMs = performance.now()
  try {
    for await (const reading of opened.source.ingest(opened.library, [...waiting.values()])) {
      const entry = waiting.get(reading.key)
      if (!entry) continue
      waiting.delete(reading.key)
      const nowMs = performance.now()
      yield [{ entry, reading, tookMs: Math.round(nowMs - sinceMs) }]
      sinceMs = nowMs
      tell(entry)
    }
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof SourceFailure)) throw error
    const trouble = { code: error.code, detail: error.message, evidence: error.evidence }
    yield [...waiting.values()].map((entry) => ({
      entry,
      reading: { key: entry.key, trouble },
      tookMs: null,
    }))
    return
  }
  if (signal.aborted || waiting.size === 0) return
  const trouble = { code: 'internal' as const, detail: 'The source gave no answer for this item.' }
  yield [...waiting.values()].map((entry) => ({ entry, reading: { key: entry.key, trouble }, tookMs: null }))
}
