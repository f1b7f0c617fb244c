import type { Counts } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'
import type { UnitWords } from '../../text/unit-words.ts'

/** What a bar says in words: "975 of 1,142 episodes, 4 failed", or how many were found before the lock. */
export function progressText(
  part: { total: number | null; found: number; settled: number; counts: Counts },
  unit: UnitWords,
): string {
  const failed = part.counts.failed > 0 ? `, ${formatCount(part.counts.failed)} failed` : ''
  if (part.total === null) {
    return `${formatQuantity(part.found, unit.one, unit.many)} found so far, ${formatCount(part.settled)} done${failed}`
  }
  return `${formatCount(part.settled)} of ${formatQuantity(part.total, unit.one, unit.many)}${failed}`
}
