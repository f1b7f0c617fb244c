import type { MediaFacts } from '../../../db/domain/media.ts'
import type { FileFault } from '../filesystem/file-fault.ts'

/** A file as it stood when it was read. */
export interface FileState {
  size: number
  mtimeMs: number
  ino: number
  isFolder: boolean
  /** It changed while it was read. */
  isGrowing: boolean
}

/** What came of reading one file. Without a `file` there is a `fault`; without facts usually a warning. */
export interface MediaReading {
  file: FileState | null
  fault: FileFault | null
  facts: MediaFacts | null
  /** True: its container is readable and holds no pictures. */
  isWithoutVideo: boolean
  /** A sentence for people on why there are no facts. */
  warning: string | null
}

/** Reads files outside of this process's event loop: a file that hangs or crashes its reader harms no other. */
export interface MediaReader {
  /** Never rejects because of the file; only when `signal` aborts or the reader is closed. */
  read(path: Buffer | string, signal: AbortSignal): Promise<MediaReading>
  close(): Promise<void>
}

/** The sentence for a file whose container says nothing. */
export const UNREADABLE =
  'Its duration and streams could not be read: no media container that we know, or damaged.'
