import { createUniqueId, Show, type JSX } from 'solid-js'
import type { RunLibraryView, RunShowView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'
import { mediaKindWords } from '../../text/media-kind-words.ts'
import { unitWords } from '../../text/unit-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Meter } from '../../ui/meter.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { LibraryDetail } from './library-detail.tsx'
import { LibraryNote } from './library-note.tsx'
import { hasBar, libraryNumbers } from './library-numbers.ts'
import './library-row.css'
import { progressText } from './progress-text.ts'
import { segmentsOf } from './segments.ts'

/** One library's part: its name, its bar, its numbers; opened, what is inside. */
export function LibraryRow(props: {
  runId: number
  library: RunLibraryView
  shows: Record<number, RunShowView>
  seq: number
  isPaused: boolean
  isDry: boolean
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
}): JSX.Element {
  const id = createUniqueId()
  const library = () => props.library
  const unit = () => unitWords[library().mediaKind]
  const failedHref = () => `/runs/${props.runId}/items?status=failed&libraryId=${library().libraryId}`
  const isDone = () => library().state === 'finished'
  const toggle = (event: MouseEvent) => {
    // The row is a large target for the pointer; links, buttons and selected text keep their own meaning.
    if (event.target instanceof Element && event.target.closest('a, button')) return
    if (getSelection()?.toString()) return
    props.onToggle(!props.isOpen)
  }
  return (
    <li class="run-library">
      <div class="run-library-line" onClick={toggle}>
        <span class={`${mediaKindWords[library().mediaKind].icon} run-library-icon`} />
        <div class="run-library-words">
          <h3 class="truncate text-body font-semibold">{library().title}</h3>
          <LibraryNote library={library()} />
        </div>
        <Show when={hasBar(library())}>
          <Meter
            class="run-library-bar"
            label={library().title}
            valueText={progressText(library(), unit())}
            segments={segmentsOf(library().counts)}
            total={library().total}
            of={library().runLibraryId}
            open="sweep"
            state={
              isDone() || library().state === 'cancelled' || library().state === 'failed'
                ? 'finished'
                : props.isPaused
                  ? 'paused'
                  : 'running'
            }
            failHref={failedHref()}
          />
        </Show>
        <span class="run-library-numbers tabular-nums">{libraryNumbers(library())}</span>
        <span class="run-library-end">
          <Show
            when={library().counts.failed > 0}
            fallback={
              <Show when={isDone() || library().state === 'failed'}>
                <StatusIcon status={isDone() ? 'finished' : 'failed'} hideWord />
              </Show>
            }
          >
            <Chip
              tone="fail"
              icon="i-lucide-circle-alert"
              href={failedHref()}
              label={`${formatCount(library().counts.failed)} failed in ${library().title}`}
            >
              {formatCount(library().counts.failed)}
            </Chip>
          </Show>
        </span>
        <Button
          variant="ghost"
          size="small"
          class="run-library-toggle"
          icon={props.isOpen ? 'i-lucide-chevron-down' : 'i-lucide-chevron-right'}
          label={`${props.isOpen ? 'Close' : 'Open'} ${library().title}`}
          aria-expanded={props.isOpen}
          aria-controls={props.isOpen ? id : undefined}
          onClick={() => props.onToggle(!props.isOpen)}
        />
      </div>
      <Show when={props.isOpen}>
        <div id={id} class="run-library-inside">
          <LibraryDetail
            runId={props.runId}
            library={library()}
            shows={props.shows}
            seq={props.seq}
            isDry={props.isDry}
          />
        </div>
      </Show>
    </li>
  )
}
