import type { Entry } from '../../../db/domain/entry.ts'
import { SourceFailure } from '../source.ts'
import { listAll, neverAborted, type OpenFixture, type SourceFixture, told, withFixture } from './fixture.ts'
import { type Rule, type Violation, Violations } from './violation.ts'

/** What may still come after the abort: what was read already and needs no further await. */
const AFTER_ABORT = { batches: 1, readings: 32 }

/** How the source breaks its word to stop when its signal aborts, while listing or while reading. */
export async function stoppingViolations(open: OpenFixture): Promise<Violation[]> {
  const found = new Violations()
  const entries = await withFixture(open, neverAborted(), async (fixture) => (await listAll(fixture)).flat())
  const list = (fixture: SourceFixture) => fixture.source.prescan(fixture.library)
  const read = (fixture: SourceFixture) => fixture.source.ingest(fixture.library, entries)
  const keys = new Set(entries.map((entry) => entry.key))
  await abortedBefore(open, 'prescan', list, found)
  await abortedAfterFirst(open, 'prescan', list, countKeys, keys.size, AFTER_ABORT.batches, found)
  if (entries.length > 0) await abortedBefore(open, 'ingest', read, found)
  await abortedAfterFirst(open, 'ingest', read, () => 1, keys.size, AFTER_ABORT.readings, found)
  return found.list
}

type Start<T> = (fixture: SourceFixture) => AsyncIterable<T>

function countKeys(batch: readonly Entry[]): number {
  return new Set(batch.map((entry) => entry.key)).size
}

async function abortedBefore<T>(
  open: OpenFixture,
  what: string,
  start: Start<T>,
  found: Violations,
): Promise<void> {
  const controller = new AbortController()
  controller.abort()
  await withFixture(open, controller.signal, async (fixture) => {
    try {
      for await (const _ of start(fixture)) return found.add('abort stops', `${what} began after the abort`)
      found.add('abort stops', `${what} ended after the abort as if it were complete`)
    } catch (thrown) {
      checkThrown(thrown, what, found)
    }
  })
}

async function abortedAfterFirst<T>(
  open: OpenFixture,
  what: string,
  start: Start<T>,
  count: (piece: T) => number,
  total: number,
  allowed: number,
  found: Violations,
): Promise<void> {
  const controller = new AbortController()
  await withFixture(open, controller.signal, async (fixture) => {
    let pieces = 0
    let things = 0
    try {
      for await (const piece of start(fixture)) {
        controller.abort()
        pieces += 1
        things += count(piece)
        if (pieces > 1 + allowed) return found.add('abort stops', `${what} went on after the abort`)
      }
      // Ending without a throw says that nothing is missing.
      found.unless(things >= total, 'abort stops', `${what} ended at ${things} of ${total}`)
    } catch (thrown) {
      checkThrown(thrown, what, found)
    }
  })
}

function checkThrown(thrown: unknown, what: string, found: Violations): void {
  found.unless(!(thrown instanceof SourceFailure), 'abort is no trouble', `${what} threw ${told(thrown)}`)
}

/** How the source breaks its word to close without harm: twice, and in the middle of a listing. */
export async function closingViolations(open: OpenFixture): Promise<Violation[]> {
  const found = new Violations()
  const closeTwice = async (rule: Rule, when: string, fixture: SourceFixture) => {
    try {
      await fixture.source.close()
      await fixture.source.close()
    } catch (thrown) {
      found.add(rule, `close ${when} threw ${told(thrown)}`)
    }
    await fixture.cleanup()
  }
  await closeTwice('close is harmless', 'before any use', await open(neverAborted()))
  const used = await open(neverAborted())
  for await (const _ of used.source.prescan(used.library)) break
  await closeTwice('close is harmless', 'after a listing that was left half-way', used)
  return found.list
}
