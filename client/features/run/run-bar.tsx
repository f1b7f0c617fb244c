import type { JSX } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { unitOf } from '../../text/unit-words.ts'
import { Meter } from '../../ui/meter.tsx'
import { progressText } from './progress-text.ts'
import { segmentsOf } from './segments.ts'

/** The run's one bar; hatched until its total is locked. */
export function RunBar(props: { live: RunLive; size: 'hero' | 'thin' }): JSX.Element {
  const run = () => props.live.run
  const unit = () => unitOf(props.live.libraries.order.map((id) => props.live.libraries.byId[id]!.mediaKind))
  return (
    <Meter
      label={run().title}
      valueText={progressText(run(), unit())}
      segments={segmentsOf(run().counts)}
      total={run().total}
      of={run().id}
      size={props.size}
      state={hasEnded(run().state) ? 'finished' : run().state === 'paused' ? 'paused' : 'running'}
      failHref={`/runs/${run().id}/items?status=failed`}
    />
  )
}
