import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, on, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { Facets, RunLibraryView, RunShowView } from '../../api/wire.ts'
import { entryStatusOrder } from '../../text/entry-status-words.ts'
import { formatCount } from '../../text/format.ts'
import { troubleWords } from '../../text/trouble-words.ts'
import { Button } from '../../ui/button.tsx'
import { FilterChip } from '../../ui/chip.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toggledStatus, wordsOf, type readItemFilter } from './item-filter.ts'
import { StatusToggle } from './status-toggle.tsx'
import './items.css'

/** How long after the last keystroke the text becomes the filter. */
const TYPING_MS = 250

/** Narrows the list: by text, status and library here, by anything else through links; all of it in the URL. */
export function ItemFilterBar(props: {
  runId: number
  libraries: readonly RunLibraryView[]
  shows: Record<number, RunShowView>
  reading: ReturnType<typeof readItemFilter>
  facets: Facets | undefined
  found: number
  count: number | undefined
  onClear: () => void
}): JSX.Element {
  const [search, setSearch] = useSearchParams()
  const [text, setText] = createSignal(props.reading.filter.q ?? '')
  let field: HTMLDivElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const filter = () => props.reading.filter
  const isFiltered = () => Object.keys(filter()).length > 0 || props.reading.misread.length > 0

  createEffect(
    on(
      () => filter().q ?? '',
      (q) => q !== text().trim() && setText(q),
      { defer: true },
    ),
  )
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer)
    timer = setTimeout(() => setSearch({ q: typed.trim() }, { replace: true }), TYPING_MS)
  }
  const onSlash = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    field?.querySelector('input')?.focus()
  }
  onMount(() => addEventListener('keydown', onSlash))
  onCleanup(() => {
    clearTimeout(timer)
    removeEventListener('keydown', onSlash)
  })

  const drop = (name: string, value: string) =>
    setSearch({ [name]: wordsOf(search[name]).filter((word) => word !== value) }, { replace: true })
  const libraryTitle = (id: number) =>
    props.libraries.find((library) => library.libraryId === id)?.title ?? `#${id}`
  const countOf = (key: keyof Facets, value: string) =>
    props.facets?.[key].find((facet) => facet.value === value)?.count

  return (
    <div class="flex flex-col gap-2.5 border-b border-line px-[var(--gutter)] pt-4 pb-3">
      <div class="flex flex-wrap items-end gap-2">
        <div ref={field} class="min-w-0 flex-[1_1_220px]">
          <TextField
            label="Filter by title, path or message"
            hideLabel
            icon="i-lucide-search"
            placeholder="Filter by title, path or message"
            type="search"
            keys="/"
            value={text()}
            onInput={type}
          />
        </div>
        <Select
          label="Library"
          hideLabel
          class="flex-[1_0_150px] md:flex-[0_1_200px]"
          value={filter().libraryId?.length === 1 ? String(filter().libraryId?.[0]) : 'all'}
          choices={[
            { value: 'all', label: 'All libraries' },
            ...props.libraries
              .filter((library) => library.libraryId !== null)
              .map((library) => ({
                value: String(library.libraryId),
                label: withCount(library.title, countOf('libraryId', String(library.libraryId))),
              })),
          ]}
          onChange={(value) => setSearch({ libraryId: value === 'all' ? null : value })}
        />
      </div>
      <div class="flex flex-wrap items-center gap-x-1.5 gap-y-2">
        <div role="group" aria-label="Status" class="items-statuses flex min-w-0 gap-1.5 md:flex-wrap">
          <For each={entryStatusOrder}>
            {(status) => (
              <StatusToggle
                status={status}
                count={props.facets ? (countOf('status', status) ?? 0) : undefined}
                isOn={filter().status?.includes(status) ?? false}
                onToggle={() => setSearch({ status: toggledStatus(filter().status ?? [], status) })}
              />
            )}
          </For>
        </div>
        <Show when={(filter().libraryId?.length ?? 0) > 1}>
          <For each={filter().libraryId}>
            {(id) => (
              <FilterChip
                name="Library"
                value={libraryTitle(id)}
                onRemove={() => drop('libraryId', String(id))}
              />
            )}
          </For>
        </Show>
        <For each={filter().showId}>
          {(id) => (
            <FilterChip
              name="Show"
              value={props.shows[id]?.title ?? `#${id}`}
              onRemove={() => drop('showId', String(id))}
            />
          )}
        </For>
        <For each={filter().code}>
          {(code) => (
            <FilterChip name="Reason" value={troubleWords[code].title} onRemove={() => drop('code', code)} />
          )}
        </For>
        <For each={['season', 'attempt', 'resolution'] as const}>
          {(name) => (
            <For each={wordsOf(filter()[name]?.map(String))}>
              {(value) => <FilterChip name={names[name]} value={value} onRemove={() => drop(name, value)} />}
            </For>
          )}
        </For>
        <For each={props.reading.misread}>
          {(one) => (
            <FilterChip
              name={one.name}
              value={one.value}
              invalid={one.why}
              onRemove={() => drop(one.name, one.value)}
            />
          )}
        </For>
        <Show when={isFiltered()}>
          <Button size="small" variant="ghost" onClick={() => props.onClear()}>
            Clear filters
          </Button>
        </Show>
        <span class="ml-auto text-table text-fg-2 tabular-nums">
          <Show
            when={isFiltered() && props.count !== undefined}
            fallback={<>{formatCount(props.found)} items</>}
          >
            {formatCount(props.found)} → <b class="text-fg">{formatCount(props.count ?? 0)}</b>
          </Show>
        </span>
      </div>
    </div>
  )
}

const names = { season: 'Season', attempt: 'Attempt', resolution: 'Resolution' } as const

const withCount = (label: string, count: number | undefined) =>
  count === undefined ? label : `${label} (${formatCount(count)})`
