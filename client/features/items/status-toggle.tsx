import { Show, type JSX } from 'solid-js'
import type { EntryStatus } from '../../api/wire.ts'
import { entryStatusWords } from '../../text/entry-status-words.ts'
import { formatCount } from '../../text/format.ts'
import { statuses } from '../../ui/statuses.ts'
import './status-toggle.css'

/** A status as a filter that is on or off, with how many items it stands for. */
export function StatusToggle(props: {
  status: EntryStatus
  count: number | undefined
  isOn: boolean
  onToggle: () => void
}): JSX.Element {
  const words = () => entryStatusWords[props.status]
  return (
    <button
      type="button"
      class="status-toggle"
      aria-pressed={props.isOn}
      data-tone={statuses[words().status].tone}
      data-empty={props.count === 0 && !props.isOn ? '' : undefined}
      onClick={() => props.onToggle()}
    >
      <span class={statuses[words().status].icon} />
      {words().word}
      <Show when={props.count !== undefined}>
        <span class="tabular-nums">{formatCount(props.count ?? 0)}</span>
      </Show>
    </button>
  )
}
