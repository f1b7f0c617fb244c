import type { Keyed } from '../../api/live-store.ts'
import type { RunSummary } from '../../api/wire.ts'
import type { NavItem } from '../../shell/shell-data.ts'
import { hasEnded } from '../../text/run-state-words.ts'

/** What the rail says beside Runs: how many are under way now. */
export function liveRunCount(
  runs: Keyed<RunSummary> | null,
): Pick<NavItem, 'count' | 'countLabel' | 'tone'> | undefined {
  const count = runs?.order.filter((id) => !hasEnded(runs.byId[id]?.state ?? 'finished')).length ?? 0
  if (count === 0) return undefined
  return {
    count: `${count} live`,
    countLabel: count === 1 ? '1 run is live' : `${count} runs are live`,
    tone: 'running',
  }
}
