import type { Counts } from '../../api/wire.ts'
import type { MeterSegment } from '../../ui/meter-edges.ts'

/** The parts of a bar, from the left: what was committed, skipped, failed, and what is being tried again. */
export function segmentsOf(counts: Counts): MeterSegment[] {
  return [
    { tone: 'done', value: counts.created },
    { tone: 'done', value: counts.updated },
    { tone: 'done', value: counts.unchanged },
    { tone: 'skip', value: counts.skipped },
    { tone: 'fail', value: counts.failed },
    { tone: 'tint', value: counts.retrying },
  ]
}
