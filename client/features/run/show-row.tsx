import { Show, type JSX } from 'solid-js'
import type { LaneNow, RunShowView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'
import { unitWords } from '../../text/unit-words.ts'
import { Meter } from '../../ui/meter.tsx'
import { LaneLabel } from './lane-label.tsx'
import { progressText } from './progress-text.ts'
import { segmentsOf } from './segments.ts'

/** One show's episode bar, and the episode that is being read now. */
export function ShowRow(props: {
  runId: number
  show: RunShowView
  /** Before the lock a show may still grow: then it has a count and no bar. */
  isLocked: boolean
  lane: LaneNow | undefined
}): JSX.Element {
  const total = () => (props.isLocked ? props.show.total : null)
  const text = () => progressText({ ...props.show, found: props.show.total, total: total() }, unitWords.show)
  return (
    <div class="run-show">
      <span class="truncate">
        <a class="text-fg!" href={`/runs/${props.runId}/items?showId=${props.show.showId}`}>
          {props.show.title}
        </a>
        <Show when={props.lane}>
          {(lane) => (
            <span class="text-fg-3">
              {' '}
              · now <LaneLabel lane={lane()} />
            </span>
          )}
        </Show>
      </span>
      <Meter
        label={props.show.title}
        valueText={text()}
        segments={segmentsOf(props.show.counts)}
        total={total()}
        of={props.show.showId}
        size="thin"
        open="sweep"
        state={props.show.settled === total() ? 'finished' : 'running'}
      />
      <span class="text-end whitespace-nowrap tabular-nums text-fg-2">
        <Show when={props.show.counts.failed > 0}>
          <span class="mr-2 text-fail">{formatCount(props.show.counts.failed)} failed</span>
        </Show>
        <Show when={total() !== null} fallback={<>{formatCount(props.show.total)} found</>}>
          {formatCount(props.show.settled)} / {formatCount(props.show.total)}
        </Show>
      </span>
    </div>
  )
}
