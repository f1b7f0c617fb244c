import { createEffect, untrack } from 'solid-js'
import { live } from '../../api/live.ts'
import { refreshAroundRuns } from '../../api/runs.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { showToast } from '../../ui/toasts.ts'
import { outcomeLine } from '../run/outcome-sentence.ts'

/**
 * Watches runs begin and end: lists that say what a run holds are fetched again, and somebody who is on another
 * page than the run's own is told that it has ended.
 */
export function watchRunEnds(pathname: () => string): void {
  const moving = new Set<number>()
  createEffect(() => {
    for (const id of live.runs?.order ?? []) {
      const run = live.runs?.byId[id]
      if (!run) continue
      if (!hasEnded(run.state)) {
        if (!moving.has(id)) refreshAroundRuns()
        moving.add(id)
        continue
      }
      if (!moving.delete(id)) continue
      refreshAroundRuns()
      if (untrack(pathname).startsWith(`/runs/${id}`)) continue
      showToast({
        title: `#${id} has ended`,
        detail: outcomeLine(run),
        tone: run.outcome === 'succeeded' ? 'ok' : 'neutral',
        action: { label: 'Open the run', href: `/runs/${id}` },
        stayMs: 12_000,
      })
    }
  })
}
