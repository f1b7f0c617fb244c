import { parentPort, workerData } from 'node:worker_threads'
import type { Entry } from '../../../db/domain/entry.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { byteString } from './byte-string.ts'
import { realDisk } from './disk.ts'
import type { FileLibrary } from './file-library.ts'
import { openRoot } from './open-root.ts'
import { pathBytes } from './path-text.ts'
import { Pulse } from './pulse.ts'
import { createShowOf } from './show-of.ts'
import { toEntry } from './to-entry.ts'
import { walkTree } from './walk-tree.ts'

/** What the thread is started with. */
export interface WalkOrder {
  library: FileLibrary
  allowed: readonly string[] | null
  memory: SharedArrayBuffer
}

/** What the thread tells. It ends with `refused` or `isDone`. */
export type WalkMessage = { batch: Entry[] } | { refused: Trouble } | { isDone: true }

const BATCH_ENTRIES = 500
/** A slow disk hands over what it has, so that people see something move. */
const BATCH_MS = 200
const MOST_IN_FLIGHT = 4

function walk({ library, allowed, memory }: WalkOrder, tell: (message: WalkMessage) => void): void {
  const pulse = new Pulse(memory)
  pulse.enter(byteString(pathBytes(library.path)))
  const opened = openRoot(library.path, allowed, realDisk)
  if ('trouble' in opened) return tell({ refused: opened.trouble })
  const showOf = createShowOf()
  let batch: Entry[] = []
  // The first entry goes at once: people wait for the first number to move.
  let handedOverAt = Number.NEGATIVE_INFINITY
  const handOver = () => {
    tell({ batch })
    batch = []
    pulse.handOver(MOST_IN_FLIGHT)
    handedOverAt = performance.now()
  }
  const options = { followLinks: library.followLinks, allowed, hasStacks: library.mediaKind !== 'show' }
  for (const found of walkTree(opened.root, options, realDisk, pulse)) {
    batch.push(toEntry(found, library, showOf))
    if (batch.length >= BATCH_ENTRIES || performance.now() - handedOverAt > BATCH_MS) handOver()
  }
  if (batch.length > 0) handOver()
  tell({ isDone: true })
}

if (parentPort) walk(workerData, (message) => parentPort?.postMessage(message))
