import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, on, Show, type JSX } from 'solid-js'
import { loaded } from '../../api/loaded.ts'
import { useEntryPages, useFacets } from '../../api/runs.ts'
import type { RunEntryView } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { VirtualGrid } from '../../ui/virtual-grid.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { RunContext } from '../run/run-context.ts'
import { itemColumns } from './item-columns.tsx'
import { ItemFilterBar } from './item-filter-bar.tsx'
import { filterNames, readItemFilter } from './item-filter.ts'
import { ItemInspector } from './item-inspector.tsx'

/** How often the counts beside the filters are looked at again while the run goes on. */
const LOOK_MS = 3_000

/** What became of each item: one list, narrowed by the address, with one item open beside it. */
export default function ItemsTab(): JSX.Element {
  const live = RunContext.use()
  const [search, setSearch] = useSearchParams()
  const reading = createMemo(() => readItemFilter(search))
  const runId = () => live().run.id
  const isMoving = () => !hasEnded(live().run.state)
  const pages = useEntryPages(() => ({ runId: runId(), filter: reading().filter }))
  const facets = useFacets(() => ({
    runId: runId(),
    filter: reading().filter,
    everyMs: isMoving() ? LOOK_MS : false,
  }))
  const rows = createMemo(() => loaded(pages)?.pages.flatMap((page) => page.entries) ?? [])
  const count = () => loaded(pages)?.pages.at(-1)?.count ?? 0
  const openId = () => Number(search['entry'] ?? 0)
  const open = createMemo(() => rows().find((row) => row.entryId === openId()))
  const openEntry = (entry: RunEntryView | null) =>
    setSearch({ entry: entry?.entryId ?? null }, { replace: openId() !== 0 && entry !== null })
  const clear = () => setSearch(Object.fromEntries(filterNames.map((name) => [name, null])))

  // The list is read again when the run has ended; until then it stands still unless it is asked to move.
  createEffect(on(isMoving, (moving) => !moving && void pages.refetch(), { defer: true }))
  // A link to one item may name one further down: pages are fetched until it is there.
  createEffect(() => {
    if (openId() > 0 && !open() && pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage()
  })

  return (
    <div class="items-tab flex flex-col">
      <ItemFilterBar
        runId={runId()}
        libraries={live().libraries.order.map((id) => live().libraries.byId[id]!)}
        shows={live().shows}
        reading={reading()}
        facets={loaded(facets)}
        found={live().run.found}
        count={loaded(pages) ? count() : undefined}
        onClear={clear}
      />
      <div class="flex min-h-0 flex-1">
        <div class="min-w-0 flex-1">
          <Show when={pages.isLoadingError}>
            <div class="max-w-160 p-[var(--gutter)]">
              <FailedQuery what="The items could not be loaded." query={pages} />
            </div>
          </Show>
          <Show when={pages.isPending}>
            <SkeletonRows rows={12} label="Loading the items" />
          </Show>
          <Show when={loaded(pages)}>
            <Show
              when={rows().length > 0}
              fallback={<NoItems isFiltered={isNarrowed(reading())} isMoving={isMoving()} onClear={clear} />}
            >
              <VirtualGrid
                class="items-grid"
                label="Items"
                columns={itemColumns}
                rows={rows()}
                rowCount={count()}
                keyOf={(row) => String(row.entryId)}
                currentKey={open() ? String(openId()) : undefined}
                onOpen={openEntry}
                onActive={(row) => openId() > 0 && openEntry(row)}
                onNearEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
              />
            </Show>
          </Show>
          <Show when={isMoving() && loaded(pages)}>
            <div class="flex min-h-10 items-center gap-3 border-t border-line px-[var(--gutter)] text-table text-fg-2">
              The list stands still while the run goes on.
              <Button
                size="small"
                icon="i-lucide-rotate-cw"
                busy={pages.isRefetching}
                onClick={() => void pages.refetch()}
              >
                Read again
              </Button>
            </div>
          </Show>
        </div>
        <Show when={open()}>
          {(entry) => <ItemInspector entry={entry()} runId={runId()} onClose={() => openEntry(null)} />}
        </Show>
      </div>
      <div role="status" class="ui-sr-only">
        <Show when={loaded(pages)}>{formatQuantity(count(), 'item')} match</Show>
        <Show when={openId() > 0 && !open() && !pages.hasNextPage && !pages.isFetching}>
          Item {formatCount(openId())} is not in this list
        </Show>
      </div>
    </div>
  )
}

const isNarrowed = (reading: ReturnType<typeof readItemFilter>) =>
  Object.keys(reading.filter).length > 0 || reading.misread.length > 0

function NoItems(props: { isFiltered: boolean; isMoving: boolean; onClear: () => void }): JSX.Element {
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <EmptyState
          icon="i-lucide-inbox"
          sentence={
            props.isMoving
              ? 'Nothing was found yet. Items appear as the folders are listed.'
              : 'This run found nothing.'
          }
        />
      }
    >
      <EmptyState icon="i-lucide-list-filter" sentence="Nothing matches.">
        <Button onClick={() => props.onClear()}>Clear filters</Button>
      </EmptyState>
    </Show>
  )
}
