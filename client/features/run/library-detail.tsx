import { Index, Show, type JSX } from 'solid-js'
import type { RunLibraryView, RunShowView } from '../../api/wire.ts'
import { countsSentence } from '../../text/counts-sentence.ts'
import { formatClock, formatQuantity } from '../../text/format.ts'
import { unitWords } from '../../text/unit-words.ts'
import { LaneLabel } from './lane-label.tsx'
import { ShowQueue } from './show-queue.tsx'

/** What is inside a library's part: its shows, or what its lanes are doing; then the way to its items. */
export function LibraryDetail(props: {
  runId: number
  library: RunLibraryView
  shows: Record<number, RunShowView>
  seq: number
  isDry: boolean
}): JSX.Element {
  const unit = () => unitWords[props.library.mediaKind]
  return (
    <>
      <Show when={props.library.showsTotal > 0}>
        <ShowQueue {...props} />
      </Show>
      <Show when={props.library.showsTotal === 0}>
        <ul class="text-table">
          <Index each={props.library.now}>
            {(lane) => (
              <li class="flex min-h-7 gap-3">
                <span class="min-w-0 flex-1 truncate">
                  <LaneLabel lane={lane()} />
                </span>
                <span class="text-fg-3">{lane().phase}</span>
                <span class="font-mono text-meta text-fg-3">since {formatClock(lane().since)}</span>
              </li>
            )}
          </Index>
        </ul>
        <p class="text-table text-fg-2">{countsSentence(props.library.counts, props.isDry)}</p>
      </Show>
      <Show when={props.library.libraryId !== null}>
        <a
          class="inline-flex min-h-6 items-center text-table"
          href={`/runs/${props.runId}/items?libraryId=${props.library.libraryId}`}
        >
          See its {formatQuantity(props.library.found, unit().one, unit().many)}
        </a>
      </Show>
    </>
  )
}
