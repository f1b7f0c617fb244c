import { createMemo, For, Match, Show, Switch, type JSX } from 'solid-js'
import { live } from '../../api/live.ts'
import { loaded } from '../../api/loaded.ts'
import { useRunPages } from '../../api/runs.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { NoWorkerBanner } from '../console/no-worker-banner.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { RunLine } from './run-line.tsx'

/** Every run, newest first. Those under way move in place; new ones wait until they are asked for. */
export default function RunsPage(): JSX.Element {
  createDocumentTitle(() => 'Runs')
  const pages = useRunPages()
  const rows = createMemo(() => loaded(pages)?.pages.flatMap((page) => page.runs) ?? [])
  const newest = () => rows()[0]?.id ?? 0
  const parked = () => live.runs?.order.filter((id) => id > newest()).length ?? 0
  return (
    <>
      <PageHeader title="Runs" />
      <NoWorkerBanner />
      <div class="mx-auto max-w-330 px-[var(--gutter)] pb-10">
        <Show when={loaded(pages) && parked() > 0}>
          <div class="mb-3 text-center">
            <Button
              size="small"
              icon="i-lucide-arrow-up"
              busy={pages.isRefetching}
              onClick={() => void pages.refetch()}
            >
              {parked() === 1 ? '1 new run' : `${parked()} new runs`}
            </Button>
          </div>
        </Show>
        <Switch>
          <Match when={pages.isLoadingError}>
            <FailedQuery what="The runs could not be loaded." query={pages} />
          </Match>
          <Match when={pages.isPending}>
            <SkeletonRows rows={8} label="Loading the runs" />
          </Match>
          <Match when={rows().length === 0}>
            <EmptyState icon="i-lucide-list-checks" sentence="No runs yet. Start one to see progress here.">
              <LinkButton href="/" variant="primary">
                Go to the console
              </LinkButton>
            </EmptyState>
          </Match>
          <Match when={true}>
            <Card flush>
              <ul aria-label="Runs">
                <For each={rows()}>{(run) => <RunLine run={live.runs?.byId[run.id] ?? run} />}</For>
              </ul>
            </Card>
            <Show when={pages.hasNextPage}>
              <div class="mt-4 text-center">
                <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  Load older runs
                </Button>
              </div>
            </Show>
          </Match>
        </Switch>
      </div>
    </>
  )
}
