import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { loaded } from '../../api/loaded.ts'
import { useShows } from '../../api/runs.ts'
import type { RunLibraryView, RunShowView } from '../../api/wire.ts'
import { formatQuantity } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { ShowRow } from './show-row.tsx'
import { showSlots, showState, tallyOf } from './show-slots.ts'

/** How many bars are drawn of a library's shows, and from how many on the full list is a virtual one. */
const SLOTS = 8
const MANY = 60

/** The shows that move or need somebody, at most eight; the rest in one sentence, and all of them on request. */
export function ShowQueue(props: {
  runId: number
  library: RunLibraryView
  shows: Record<number, RunShowView>
  seq: number
}): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const query = useShows(() => ({
    runId: props.runId,
    libraryId: props.library.libraryId ?? 0,
    asOfSeq: props.seq,
    isOpen: props.library.libraryId !== null,
  }))
  const order = createMemo(() => {
    const fetched = loaded(query) ?? []
    const known = new Set(fetched)
    // While the listing goes on, shows turn up that were not fetched; they go to the end.
    const fresh = Object.values(props.shows)
      .filter((show) => show && show.libraryId === props.library.libraryId && !known.has(show.showId))
      .map((show) => show.showId)
    return [...fetched, ...fresh]
  })
  const all = createMemo(() =>
    order()
      .map((id) => props.shows[id])
      .filter((show) => show !== undefined),
  )
  const slots = createMemo<number[]>((before) => showSlots(before, all(), SLOTS), [])
  const rest = createMemo(() => tallyOf(all().filter((show) => !slots().includes(show.showId))))
  const row = (show: RunShowView) => (
    <ShowRow
      runId={props.runId}
      show={props.shows[show.showId] ?? show}
      isLocked={props.library.locked}
      lane={props.library.now.find((lane) => lane.show === show.title)}
    />
  )
  return (
    <Show
      when={!query.isLoadingError}
      fallback={
        <p class="text-table text-fg-2">
          The shows could not be loaded. {failureOf(query.error).message}{' '}
          <Button size="small" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </p>
      }
    >
      <Show when={!query.isPending} fallback={<Lines />}>
        <Show
          when={isAll()}
          fallback={
            <ul>
              <For each={slots()}>{(id) => <li>{props.shows[id] && row(props.shows[id])}</li>}</For>
            </ul>
          }
        >
          <Show
            when={all().length > MANY}
            fallback={<For each={order()}>{(id) => props.shows[id] && row(props.shows[id])}</For>}
          >
            <VirtualList
              label={`Shows of ${props.library.title}`}
              rows={sorted(all())}
              rowPx={32}
              class="h-96"
            >
              {row}
            </VirtualList>
          </Show>
        </Show>
        <Show when={all().length > SLOTS}>
          <button
            type="button"
            class="mr-4 inline-flex min-h-6 cursor-pointer items-center text-table text-accent hover:underline"
            aria-expanded={isAll()}
            onClick={() => setAll(!isAll())}
          >
            {isAll() ? 'Show fewer' : moreText(rest())}
          </button>
        </Show>
      </Show>
    </Show>
  )
}

const stateOrder = { active: 0, attention: 1, waiting: 2, done: 3 } as const

/** By what needs looking at; made once when the list is opened, so that nothing moves under the reader. */
const sorted = (shows: readonly RunShowView[]) =>
  shows.toSorted((a, b) => stateOrder[showState(a)] - stateOrder[showState(b)])

function moreText(rest: ReturnType<typeof tallyOf>): string {
  const parts = [
    ...(rest.done > 0 ? [`${rest.done} finished`] : []),
    ...(rest.active > 0 ? [`${rest.active} running`] : []),
    ...(rest.waiting > 0 ? [`${rest.waiting} waiting`] : []),
  ]
  return `${formatQuantity(rest.all, 'more show')} · ${parts.join(', ')}`
}

const Lines = () => (
  <div role="status">
    <span class="ui-sr-only">Loading the shows</span>
    <For each={[0, 1, 2]}>{() => <Skeleton class="my-2 h-4 w-2/3" />}</For>
  </div>
)
