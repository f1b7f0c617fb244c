import type { Entry } from '../../../db/domain/entry.ts'
import { type OpenSource, SourceFailure, type SourceLibrary } from '../source.ts'

/** A source opened on a small world of its own, whose things never change while it is open. */
export interface SourceFixture {
  source: OpenSource
  library: SourceLibrary
  /** The keys that a listing gives, if the world is small enough to name them. */
  expectedKeys?: readonly string[]
  /** An entry as an earlier prescan may have staged it, whose thing is gone; made up where absent. */
  vanished?: Entry
  cleanup(): Promise<void>
}

/** Opens the fixture anew; the signal goes into the source's context. */
export type OpenFixture = (signal: AbortSignal) => Promise<SourceFixture>

/** Opens a fixture, uses it, and closes it whatever comes of it. */
export async function withFixture<T>(
  open: OpenFixture,
  signal: AbortSignal,
  use: (fixture: SourceFixture) => Promise<T>,
): Promise<T> {
  const fixture = await open(signal)
  try {
    return await use(fixture)
  } finally {
    await fixture.source.close()
    await fixture.cleanup()
  }
}

/** A signal that never aborts. */
export function neverAborted(): AbortSignal {
  return new AbortController().signal
}

/** Everything that a listing gives, batch by batch. */
export async function listAll(fixture: SourceFixture): Promise<Entry[][]> {
  const batches: Entry[][] = []
  for await (const batch of fixture.source.prescan(fixture.library)) batches.push(batch)
  return batches
}

/** What was thrown, in words. */
export function told(thrown: unknown): string {
  if (thrown instanceof SourceFailure) return `SourceFailure ${thrown.code}: ${thrown.message}`
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
}
