import type { Entry } from '../../../db/domain/entry.ts'
import type { Json } from '../../../db/domain/json.ts'
import { SOURCE_SETTINGS } from '../../contract/source-settings.ts'
import {
  type CheckReport,
  type OpenSource,
  type Reading,
  type SourceContext,
  SourceFailure,
  type SourceKind,
  type SourceLibrary,
} from '../source.ts'
import { findSet } from './find-set.ts'
import type { Clock } from './pace.ts'
import { PacesByRun } from './run-paces.ts'
import { systemClock } from './system-clock.ts'

/** Most entries in a batch. */
const BATCH_LIMIT = 500

/** An invented world to explore the product with: the demo, and the fixture of the end-to-end tests. */
export const sample: SourceKind = makeSample(systemClock)

/** The sample source on a given clock; all that it opens for one run share that run's rate. */
export function makeSample(clock: Clock): SourceKind {
  const paces = new PacesByRun(clock)
  return { kind: 'sample', reader: 1, open: (config, _secret, context) => openSample(config, context, paces) }
}

function openSample(config: Json, context: SourceContext, byRun: PacesByRun): OpenSource {
  const parsed = SOURCE_SETTINGS.sample.config.safeParse(config)
  if (!parsed.success) return misconfigured()
  const { itemsPerSecond } = parsed.data
  const paces = byRun.open(context.runId, itemsPerSecond)
  return {
    check: () => Promise.resolve({ ok: true, note: 'Sample data: 6,999 items in five libraries' }),
    checkLibrary: (library) => Promise.resolve(checkLibrary(library)),
    async *prescan(library) {
      for (const batch of batches(library, batchSize(itemsPerSecond))) {
        await paces.listing.take(batch.length, context.signal)
        yield batch
      }
      context.signal.throwIfAborted()
    },
    async *ingest(library, entries) {
      const set = findSet(library)
      for (const entry of entries) {
        await paces.reading.take(1, context.signal)
        yield set.find(entry.key)?.read() ?? goneReading(entry)
      }
    },
    close() {
      paces.release()
      return Promise.resolve()
    },
  }
}

/** A batch for every fortieth of a second of listing, so that the count is seen to rise at any speed. */
function batchSize(itemsPerSecond: number): number {
  return itemsPerSecond > 0 ? Math.min(BATCH_LIMIT, Math.ceil(itemsPerSecond / 2)) : BATCH_LIMIT
}

/** A source whose settings say nothing usable: every question is answered with that. */
function misconfigured(): OpenSource {
  const detail = 'The sample source’s “itemsPerSecond” must be a number from 0 to 1,000,000.'
  const evidence = { field: 'itemsPerSecond' }
  const report: CheckReport = { ok: false, trouble: { code: 'source_misconfigured', detail, evidence } }
  const fail = () => {
    throw new SourceFailure('source_misconfigured', detail, { evidence })
  }
  return {
    check: () => Promise.resolve(report),
    checkLibrary: () => Promise.resolve(report),
    prescan: fail,
    ingest: fail,
    close: () => Promise.resolve(),
  }
}

function checkLibrary(library: SourceLibrary): CheckReport {
  try {
    return { ok: true, note: findSet(library).note }
  } catch (thrown) {
    if (!(thrown instanceof SourceFailure)) throw thrown
    return { ok: false, trouble: { code: thrown.code, detail: thrown.message, evidence: thrown.evidence } }
  }
}

function* batches(library: SourceLibrary, size: number): Iterable<Entry[]> {
  let batch: Entry[] = []
  for (const { entry } of findSet(library).items()) {
    batch.push(entry)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function goneReading({ key, label }: Entry): Reading {
  return {
    key,
    trouble: {
      code: 'missing_at_source',
      detail: `“${label}” is no longer in the sample data.`,
      evidence: { key },
    },
  }
}
