import { useSearchParams } from '@solidjs/router'
import { createMemo, Match, Switch, type JSX } from 'solid-js'
import { loaded } from '../../api/loaded.ts'
import { useEventPages } from '../../api/run-events.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SegmentedControl } from '../../ui/radio-group.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { fillHeight } from '../run/fill-height.ts'
import { mergeEvents } from '../run/fold-events.ts'
import { RunContext } from '../run/run-context.ts'
import { EventRow } from './event-row.tsx'

type Level = 'all' | 'warn' | 'error'

/** Everything that has happened in the run, oldest at the top, one line each; it follows the newest. */
export default function EventsTab(): JSX.Element {
  const live = RunContext.use()
  let tab!: HTMLDivElement
  fillHeight(() => tab)
  const [search, setSearch] = useSearchParams()
  const level = (): Level =>
    search['level'] === 'warn' || search['level'] === 'error' ? search['level'] : 'all'
  const isFollowing = () => search['follow'] !== '0'
  const pages = useEventPages(() => ({ runId: live().run.id, level: onlyLevel(level()) }))
  const events = createMemo(() => {
    const fetched = loaded(pages)?.pages.flatMap((page) => page.events) ?? []
    const fresh = live().events.filter((event) => level() === 'all' || event.level === level())
    return mergeEvents(fetched, fresh)
  })
  const follow = (wanted: boolean) => setSearch({ follow: wanted ? null : '0' }, { replace: true })

  return (
    <div ref={tab} class="flex flex-col overflow-hidden">
      <div class="flex flex-wrap items-center gap-3 border-b border-line px-[var(--gutter)] py-2.5">
        <SegmentedControl<Level>
          label="Which events"
          value={level()}
          choices={[
            { value: 'all', label: 'All' },
            { value: 'warn', label: 'Warnings' },
            { value: 'error', label: 'Errors' },
          ]}
          onChange={(chosen) => setSearch({ level: chosen === 'all' ? null : chosen }, { replace: true })}
        />
        <SegmentedControl<'on' | 'off'>
          label="Follow the newest"
          class="ml-auto"
          value={isFollowing() ? 'on' : 'off'}
          choices={[
            { value: 'on', label: 'Follow' },
            { value: 'off', label: 'Stay' },
          ]}
          onChange={(chosen) => follow(chosen === 'on')}
        />
      </div>
      <Switch>
        <Match when={pages.isLoadingError}>
          <div class="max-w-160 p-[var(--gutter)]">
            <FailedQuery what="The events could not be loaded." query={pages} />
          </div>
        </Match>
        <Match when={pages.isPending}>
          <SkeletonRows rows={10} label="Loading the events" />
        </Match>
        <Match when={events().length === 0}>
          <EmptyState
            icon="i-lucide-list"
            sentence={level() === 'all' ? 'Nothing has happened yet.' : 'No events of this kind.'}
          />
        </Match>
        <Match when={true}>
          <VirtualList
            class="min-h-0 flex-1"
            label="Events"
            rows={events()}
            rowPx={32}
            follow={isFollowing()}
            onFollowChange={follow}
            onNearStart={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
          >
            {(event) => <EventRow event={event} />}
          </VirtualList>
        </Match>
      </Switch>
    </div>
  )
}

const onlyLevel = (level: Level) => (level === 'all' ? null : level)
