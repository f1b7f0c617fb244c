import type { Entry } from '../../../db/domain/entry.ts'
import type { Reading } from '../source.ts'
import { type EntryReader, readVideo } from './read-entry.ts'
import { readOther } from './read-other.ts'

/** Enough to keep the reading threads busy while a batch is looked through. */
const MOST_AT_ONCE = 8

/** Reads entries, several at a time, and yields each reading as it is ready. */
export async function* ingestFiles(entries: readonly Entry[], context: EntryReader): AsyncGenerator<Reading> {
  const running = new Map<string, Promise<Reading>>()
  const takeOne = async () => {
    const reading = await Promise.race(running.values())
    running.delete(reading.key)
    return reading
  }
  for (const entry of entries) {
    context.signal.throwIfAborted()
    if (running.size >= MOST_AT_ONCE) yield await takeOne()
    running.set(entry.key, read(entry, context))
  }
  while (running.size > 0) yield await takeOne()
}

function read(entry: Entry, context: EntryReader): Promise<Reading> {
  if (entry.key.split('/').includes('..')) return Promise.resolve(outside(entry))
  const reading = entry.kind === 'other' ? readOther(entry, context) : readVideo(entry, context)
  // Whoever waits for it hears of a failure; when the first has failed, nobody waits for the others.
  reading.catch(() => {})
  return reading
}

// No walk lists such a path; whoever made the entry did not.
function outside({ key }: Entry): Reading {
  return { key, trouble: { code: 'path_invalid', detail: `“${key}” leads out of the library.` } }
}
