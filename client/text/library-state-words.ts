import type { RunLibraryView } from '../api/wire.ts'
import type { Status } from '../ui/statuses.ts'

/** The state of a library's part in a run, as a shape and a word. */
export const libraryStateWords = {
  waiting: { status: 'waiting', word: 'Waiting' },
  listing: { status: 'indexing', word: 'Indexing' },
  ingesting: { status: 'running', word: 'Running' },
  finished: { status: 'finished', word: 'Finished' },
  failed: { status: 'failed', word: 'Failed' },
  cancelled: { status: 'cancelled', word: 'Cancelled' },
} as const satisfies Record<RunLibraryView['state'], { status: Status; word: string }>
