import { createEffect } from 'solid-js'
import { live } from '../../api/live.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { showToast } from '../../ui/toasts.ts'
import { outcomeLine } from '../run/outcome-sentence.ts'

/** Says that a run which was seen running has ended, to somebody who is on another page than the run's own. */
export function createFinishToasts(pathname: () => string): void {
  const moving = new Set<number>()
  createEffect(() => {
    for (const id of live.runs?.order ?? []) {
      const run = live.runs?.byId[id]
      if (!run) continue
      if (!hasEnded(run.state)) {
        moving.add(id)
        continue
      }
      if (!moving.delete(id) || pathname().startsWith(`/runs/${id}`)) continue
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
