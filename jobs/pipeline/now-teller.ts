import type { Db } from '../../db/connect.ts'
import { type Lease, sayNow } from '../../db/queries/lane.ts'
import type { StagedEntry } from '../../db/queries/staged-entries.ts'

/** Least time between two lines of what a lane is doing. */
const EVERY_MS = 1000

/** Says what a lane is doing, at most once a second and never in the way of the work. */
export function makeNowTeller(db: Db, lease: Lease, runId: number): (entry: StagedEntry) => void {
  let lastMs = Number.NEGATIVE_INFINITY
  let isSaying = false
  return (entry) => {
    const nowMs = performance.now()
    if (isSaying || nowMs - lastMs < EVERY_MS) return
    lastMs = nowMs
    isSaying = true
    const now = { label: entry.label, show: entry.show?.title ?? null, phase: 'reading' }
    // Nothing depends on this line: when the database is away, the batch will say so.
    sayNow(db, lease, runId, now)
      .catch(() => undefined)
      .finally(() => {
        isSaying = false
      })
  }
}
