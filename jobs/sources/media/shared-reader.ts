import { createMediaReader } from './media-reader.ts'
import type { MediaReader } from './media-reading.ts'

/** Threads that nobody used for so long give their memory back. */
const IDLE_MS = 10_000

let reader: MediaReader | null = null
let users = 0
let idle: NodeJS.Timeout | undefined

/**
 * The media reader of this process: every library's lanes share its threads, each of which holds some 40 MB.
 * Closing what this gives lets go of it; the threads end when nobody has used them for a while.
 */
export function borrowMediaReader(): MediaReader {
  const borrowed = (reader ??= createMediaReader())
  users++
  clearTimeout(idle)
  let isOpen = true
  return {
    read: (path, signal) => borrowed.read(path, signal),
    close: async () => {
      if (!isOpen) return
      isOpen = false
      if (--users > 0) return
      idle = setTimeout(endIfIdle, IDLE_MS).unref()
    },
  }
}

function endIfIdle(): void {
  if (users > 0) return
  void reader?.close()
  reader = null
}
