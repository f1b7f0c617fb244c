import { createMemo, For, Match, Show, Switch, type JSX } from 'solid-js'
import { useLibraries } from '../../api/libraries.ts'
import { live } from '../../api/live.ts'
import { loaded } from '../../api/loaded.ts'
import { useRecentRuns } from '../../api/runs.ts'
import { useSources } from '../../api/sources.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { FirstSteps } from './first-steps.tsx'
import { LastRun } from './last-run.tsx'
import { LibraryPicker } from './library-picker.tsx'
import { NeedsYou } from './needs-you.tsx'
import { NoWorkerBanner } from './no-worker-banner.tsx'
import { RecentRuns } from './recent-runs.tsx'
import { RunningNow } from './running-now.tsx'

/** What is going on, and a run started in two clicks. */
export default function ConsolePage(): JSX.Element {
  createDocumentTitle(() => 'Console')
  const libraries = useLibraries()
  const sources = useSources()
  const recent = useRecentRuns()
  const running = createMemo(
    () => live.runs?.order.filter((id) => !hasEnded(live.runs!.byId[id]!.state)) ?? [],
  )
  // A run that ended while the page was open is in the stream before it is in the list.
  const runs = createMemo(() => {
    const fetched = loaded(recent)?.runs ?? []
    const known = new Set(fetched.map((run) => run.id))
    const fresh = (live.runs?.order ?? []).filter((id) => !known.has(id)).map((id) => live.runs!.byId[id]!)
    return [...fresh, ...fetched]
      .map((run) => live.runs?.byId[run.id] ?? run)
      .filter((run) => hasEnded(run.state))
      .toSorted((a, b) => b.id - a.id)
      .slice(0, 6)
  })
  const isFirstTime = () =>
    loaded(libraries) !== undefined &&
    loaded(recent)?.runs.length === 0 &&
    (live.runs?.order.length ?? 0) === 0
  return (
    <>
      <PageHeader title="Console" />
      <NoWorkerBanner />
      <div class="mx-auto flex max-w-330 flex-col gap-6 px-[var(--gutter)] pb-10">
        <For each={running()}>{(id) => <RunningNow run={live.runs!.byId[id]!} />}</For>
        <Show when={isFirstTime()}>
          <FirstSteps sources={loaded(sources) ?? []} libraries={loaded(libraries) ?? []} />
        </Show>
        <Show when={running().length === 0 && !isFirstTime() && live.runs}>
          <LastRun run={runs()[0]} />
        </Show>
        <Show when={loaded(libraries)}>{(found) => <NeedsYou libraries={found()} />}</Show>
        <Switch>
          <Match when={libraries.isLoadingError}>
            <FailedQuery what="The libraries could not be loaded." query={libraries} />
          </Match>
          <Match when={libraries.isPending}>
            <SkeletonRows rows={5} label="Loading the libraries" />
          </Match>
          <Match when={(loaded(libraries)?.length ?? 0) > 0 && loaded(libraries)}>
            {(found) => <LibraryPicker libraries={found()} />}
          </Match>
        </Switch>
        <Show when={runs().length > 0}>
          <RecentRuns runs={runs()} />
        </Show>
      </div>
    </>
  )
}
