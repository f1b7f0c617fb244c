import { createEffect, on, type Accessor } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'
import { formatCount } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { announce } from '../../ui/announcements.ts'
import { outcomeLine } from './outcome-sentence.ts'

const quarters = [75, 50, 25]

/** Tells screen readers what a glance at the bar tells others: each quarter, the first failures, the end. */
export function createRunNews(live: Accessor<RunLive>): void {
  const run = () => live().run
  const quarter = () => quarters.find((mark) => (run().percent ?? 0) >= mark) ?? 0
  createEffect(
    on(quarter, (mark) => mark > 0 && !hasEnded(run().state) && announce(`${mark} % done`), { defer: true }),
  )
  createEffect(
    on(
      () => run().counts.failed > 0,
      (hasFailures) => hasFailures && announce(`${formatCount(run().counts.failed)} failed so far`),
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => run().state,
      (state) => hasEnded(state) && announce(outcomeLine(run()), { force: true }),
      { defer: true },
    ),
  )
}
