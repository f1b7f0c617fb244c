import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, on, Show, type JSX } from 'solid-js'
import { loaded } from '../../api/loaded.ts'
import { useEntry, useEntryPages, useFacets } from '../../api/runs.ts'
import type { RunEntryView } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { VirtualGrid } from '../../ui/virtual-grid.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { fillHeight } from '../run/fill-height.ts'
import { RunContext } from '../run/run-context.ts'
import { itemColumns } from './item-columns.tsx'
import { ItemFilterBar } from './item-filter-bar.tsx'
import { filterNames, hasFixedRows, matchingNow, readItemFilter } from './item-filter.ts'
import { ItemInspector } from './item-inspector.tsx'

/** How often the counts beside the filters are looked at again while the run goes on. */
const LOOK_MS = 3_000

/** What became of each item: one list, narrowed by the address, with one item open beside it. */
export default function ItemsTab(): JSX.Element {
  const live = RunContext.use()
  let tab!: HTMLDivElement
  fillHeight(() => tab)
  const [search, setSearch] = useSearchParams()
  const reading = createMemo(() => readItemFilter(search))
  const runId = () => live().run.id
  const isMoving = () => !hasEnded(live().run.state)
  // Narrowed by outcome, items come and go; else a row only changes its cells, and may do so by itself.
  const isFixed = () => hasFixedRows(reading().filter)
  const pages = useEntryPages(() => ({
    runId: runId(),
    filter: reading().filter,
    everyMs: isMoving() && isFixed() ? LOOK_MS : false,
  }))
  const facets = useFacets(() => ({
    runId: runId(),
    filter: reading().filter,
    everyMs: isMoving() ? LOOK_MS : false,
  }))
  const rows = createMemo(() => loaded(pages)?.pages.flatMap((page) => page.entries) ?? [])
  const count = () => loaded(pages)?.pages.at(-1)?.count ?? 0
  // Items that match by now and are not in the list: they wait until they are asked for, so that no row moves.
  const parked = () => {
    const counts = loaded(facets)
    return counts && !isFixed() ? Math.max(0, matchingNow(counts, reading().filter) - count()) : 0
  }
  const openId = () => (/^[1-9]\d{0,14}$/.test(String(search['entry'])) ? Number(search['entry']) : 0)
  const listed = createMemo(() => rows().find((row) => row.entryId === openId()))
  // A link may name an item that the list has not reached yet or leaves out.
  const asked = useEntry(() => ({ runId: runId(), entryId: openId() > 0 && !listed() ? openId() : null }))
  const open = () => listed() ?? (openId() > 0 ? loaded(asked) : null) ?? undefined
  // What was open stays readable while its panel is being taken away: a read in between must find something.
  const inspected = createMemo<RunEntryView | undefined>((last) => open() ?? last)
  const openEntry = (entry: RunEntryView | null) =>
    setSearch({ entry: entry?.entryId ?? null }, { replace: openId() !== 0 && entry !== null })
  const clear = () => setSearch(Object.fromEntries(filterNames.map((name) => [name, null])))

  // The list is read again when the run has ended; until then it stands still unless it is asked to move.
  createEffect(on(isMoving, (moving) => !moving && void pages.refetch(), { defer: true }))

  return (
    <div ref={tab} class="items-tab flex flex-col">
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
      <Show when={search['entry'] !== undefined && (openId() === 0 || loaded(asked) === null)}>
        <p class="flex flex-wrap items-center gap-3 border-b border-line bg-warn-bg px-[var(--gutter)] py-2 text-table">
          The item that this link names is not in this run.
          <Button size="small" onClick={() => openEntry(null)}>
            Close
          </Button>
        </p>
      </Show>
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
          <Show when={loaded(pages) && parked() > 0}>
            <div class="flex min-h-10 items-center justify-center border-t border-line">
              <Button
                size="small"
                icon="i-lucide-arrow-up"
                busy={pages.isRefetching}
                onClick={() => void pages.refetch()}
              >
                {formatCount(parked())} new {parked() === 1 ? 'item matches' : 'items match'}
              </Button>
            </div>
          </Show>
        </div>
        <Show when={open()}>
          <ItemInspector entry={inspected()!} runId={runId()} onClose={() => openEntry(null)} />
        </Show>
      </div>
      <div role="status" class="ui-sr-only">
        <Show when={loaded(pages)}>{formatQuantity(count(), 'item')} match</Show>
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
