import { Show, type JSX } from 'solid-js'
import type { RunEvent } from '../../api/wire.ts'
import { formatClockSeconds, formatDateTime } from '../../text/format.ts'
import { eventLook } from '../run/event-look.ts'

/** One event as one line. */
export function EventRow(props: { event: RunEvent }): JSX.Element {
  const look = () => eventLook(props.event)
  return (
    <div class="flex h-full items-center gap-3 border-b border-line px-[var(--gutter)] text-table">
      <time
        class="font-mono text-meta text-fg-3"
        datetime={props.event.at}
        title={formatDateTime(props.event.at)}
      >
        {formatClockSeconds(props.event.at)}
      </time>
      <span class={`${look().icon} ${look().colour}`} />
      <Show when={look().word}>
        <span class="ui-sr-only">{look().word}</span>
      </Show>
      <span class="min-w-0 flex-1 truncate" title={props.event.message}>
        {props.event.message}
      </span>
      <span class="hidden font-mono text-meta text-fg-3 md:inline">
        {props.event.type} {props.event.seq}
      </span>
    </div>
  )
}
