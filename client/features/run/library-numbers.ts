import type { RunLibraryView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'

type Part = Pick<RunLibraryView, 'state' | 'total' | 'found' | 'settled' | 'seenUnchanged'>

/** How far a library's part is, in a few characters: "881 / 1,203", "412 found", or why there is no number. */
export function libraryNumbers(part: Part): string {
  if (part.state === 'waiting') return 'Waiting'
  if (part.total === null) return `${formatCount(part.found)} found`
  if (part.total > 0) return `${formatCount(part.settled)} / ${formatCount(part.total)}`
  if (part.seenUnchanged > 0) return 'Nothing new'
  return part.state === 'failed' ? 'Not listed' : 'Nothing found'
}

/** True while there is something to measure: not before its turn has come, and not where nothing was found. */
export function hasBar(part: Part): boolean {
  return part.state !== 'waiting' && part.total !== 0
}
