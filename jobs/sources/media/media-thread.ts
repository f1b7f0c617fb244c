import { parentPort } from 'node:worker_threads'
import { realDisk } from '../filesystem/disk.ts'
import { lookAtFile } from './look-at-file.ts'
import type { FileState, MediaReading } from './media-reading.ts'
import { UNREADABLE } from './media-reading.ts'
import { readFacts } from './read-facts.ts'

/** What the thread tells: first that it could look at the file, then what it read. */
export type ThreadMessage = { seen: FileState } | { done: MediaReading }

parentPort?.on('message', async (path: Uint8Array) => {
  const bytes = Buffer.from(path.buffer, path.byteOffset, path.byteLength)
  const tell = (message: ThreadMessage) => parentPort?.postMessage(message)
  const nothing = { facts: null, isWithoutVideo: false, warning: null }
  const look = lookAtFile(bytes, realDisk)
  if ('fault' in look) return tell({ done: { file: null, fault: look.fault, ...nothing } })
  const { file, handle } = look
  if (handle === null) return tell({ done: { file, fault: null, ...nothing } })
  tell({ seen: file })
  try {
    const { facts, hasVideo } = await readFacts(handle, file.size, realDisk)
    const after = realDisk.fstat(handle)
    tell({
      done: {
        file: { ...file, size: after.size, mtimeMs: after.mtimeMs, isGrowing: after.size !== file.size },
        fault: null,
        facts,
        isWithoutVideo: facts !== null && !hasVideo,
        warning: facts === null ? UNREADABLE : null,
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    tell({ done: { file, fault: null, ...nothing, warning: `${UNREADABLE} (${why})` } })
  } finally {
    realDisk.close(handle)
  }
})
