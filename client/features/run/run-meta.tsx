import { Show, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { formatClock, formatDateTime, formatDuration } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { createNow } from '../../ui/now.ts'

const triggerWords = {
  person: 'Started',
  schedule: 'Started by schedule',
  download: 'Started by a download',
  upload: 'Started by an upload',
} as const satisfies Record<RunSummary['trigger'], string>

/** Who started it, when, and for how long it has been (or was) going. */
export function RunMeta(props: { run: RunSummary }): JSX.Element {
  const now = createNow(1_000)
  const startedAt = () => props.run.startedAt ?? props.run.createdAt
  const tookMs = () => {
    const end = props.run.endedAt ? Date.parse(props.run.endedAt) : now()
    return end - Date.parse(startedAt())
  }
  return (
    <span title={formatDateTime(startedAt())}>
      {triggerWords[props.run.trigger]}
      <Show when={props.run.startedByName}> by {props.run.startedByName}</Show> {formatClock(startedAt())}
      <Show when={props.run.startedAt || hasEnded(props.run.state)}> · {formatDuration(tookMs())}</Show>
      <Show when={props.run.options.planOf}>
        {(planOf) => (
          <>
            {' '}
            · carries out <a href={`/runs/${planOf()}`}>#{planOf()}</a>
          </>
        )}
      </Show>
    </span>
  )
}
