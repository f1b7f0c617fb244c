import type { Entry } from '../../db/domain/entry.ts'
import type { KnownEntry } from '../../db/queries/known-entries.ts'

/**
 * True when an incremental run has nothing to do for this entry: it is what it was when it was last settled, by
 * the same reader, and that did not fail. Pure.
 */
export function isUnchanged(entry: Entry, known: KnownEntry | undefined, reader: number): boolean {
  if (!known || known.isMissing || known.status === 'failed' || known.reader !== reader) return false
  if (known.fingerprint !== entry.fingerprint) return false
  // A rule that now says otherwise (specials were switched on) makes the same file a different case.
  return known.status === 'skipped' ? entry.trouble?.code === known.code : !entry.trouble
}

/** The entry as a run takes it that carries out a plan: what the plan did not see like this is refused. */
export function asPlanned(entry: Entry, planned: string | undefined, planRunId: number): Entry {
  if (planned === entry.fingerprint) return entry
  const detail =
    planned === undefined
      ? `It was not there when dry run #${planRunId} looked.`
      : `It has changed since dry run #${planRunId} looked.`
  return { ...entry, trouble: { code: 'source_changed', detail, evidence: { planOf: planRunId } } }
}
