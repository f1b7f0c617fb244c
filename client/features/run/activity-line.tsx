import { Show, type JSX } from 'solid-js'
import { formatClockSeconds, formatDateTime } from '../../text/format.ts'
import { eventLook } from './event-look.ts'
import type { ActivityFold } from './fold-events.ts'

/** One line of the activity: when, what kind, what. */
export function ActivityLine(props: { line: ActivityFold }): JSX.Element {
  const event = () => props.line.event
  const look = () => eventLook(event())
  return (
    <li class="flex gap-3 border-b border-line px-4 py-2 last:border-b-0">
      <time
        class="pt-px font-mono text-meta text-fg-3"
        datetime={event().at}
        title={formatDateTime(event().at)}
      >
        {formatClockSeconds(event().at)}
      </time>
      <span class={`${look().icon} mt-0.5 ${look().colour}`} />
      <Show when={look().word}>
        <span class="ui-sr-only">{look().word}</span>
      </Show>
      <p class="line-clamp-2 min-w-0 flex-1 text-table [overflow-wrap:anywhere]" title={event().message}>
        {event().message}
        <Show when={props.line.times > 1}>
          <span class="text-fg-3"> ×{props.line.times}</span>
        </Show>
      </p>
    </li>
  )
}
