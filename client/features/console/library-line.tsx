import { Show, type JSX } from 'solid-js'
import type { LibraryView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'
import { mediaKindWords } from '../../text/media-kind-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chip } from '../../ui/chip.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import './library-line.css'

/** A library that can be chosen for a run. */
export function LibraryLine(props: {
  library: LibraryView
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}): JSX.Element {
  const library = () => props.library
  const press = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, input, label')) return
    if (library().syncEnabled) props.onChoose(!props.isChosen)
  }
  return (
    <li class="library-line" data-chosen={props.isChosen ? '' : undefined} onClick={press}>
      <Checkbox
        label={`Select ${library().title}`}
        hideLabel
        checked={props.isChosen}
        disabledReason={library().syncEnabled ? undefined : 'Turned off under Sources'}
        onChange={props.onChoose}
      />
      <span class="library-line-words">
        <span class={`${mediaKindWords[library().mediaKind].icon} mr-2 text-fg-3`} />
        <span class="text-body font-semibold">{library().title}</span>
        <span class="ml-2 text-meta text-fg-3">
          {library().sourceName}
          <Show when={!library().syncEnabled}> · turned off</Show>
        </span>
      </span>
      <span class="library-line-when">
        <Show when={library().lastFull} fallback={<span class="text-fg-3">never</span>}>
          {(at) => <RelativeTime at={at()} />}
        </Show>
      </span>
      <span class="library-line-when">
        <Show when={library().lastIncremental} fallback={<span class="text-fg-3">—</span>}>
          {(at) => <RelativeTime at={at()} />}
        </Show>
      </span>
      <span class="library-line-items tabular-nums">
        {library().lastFull === null && library().items === 0 ? '—' : formatCount(library().items)}
        <span class="library-line-unit"> items</span>
      </span>
      <span class="library-line-end">
        <Show
          when={library().heldBy}
          fallback={
            <Show when={library().openFailures > 0}>
              <Chip tone="fail" icon="i-lucide-circle-alert" label={`${library().openFailures} failed`}>
                {formatCount(library().openFailures)}
              </Chip>
            </Show>
          }
        >
          {(runId) => (
            <Chip tone="running" href={`/runs/${runId()}`}>
              in #{runId()}
            </Chip>
          )}
        </Show>
      </span>
    </li>
  )
}
