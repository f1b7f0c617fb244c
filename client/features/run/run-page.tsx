import { useLocation, useParams } from '@solidjs/router'
import { createMemo, Match, Show, Suspense, Switch, type JSX } from 'solid-js'
import { isMissing } from '../../api/failure.ts'
import { live, watchLive } from '../../api/live.ts'
import { useRun } from '../../api/runs.ts'
import { formatCount } from '../../text/format.ts'
import { runStateWords } from '../../text/run-state-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NavTabs } from '../../ui/nav-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { StatusChip } from '../../ui/status-icon.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { PageSkeleton } from '../frame/page-skeleton.tsx'
import { NoWorkerBanner } from '../console/no-worker-banner.tsx'
import { AttemptsRibbon } from '../run-actions/attempts-ribbon.tsx'
import { RunActions } from '../run-actions/run-actions.tsx'
import { DryRunChip } from './dry-run-chip.tsx'
import { RunBar } from './run-bar.tsx'
import { RunContext } from './run-context.ts'
import { RunMeta } from './run-meta.tsx'
import { createRunFavicon } from './run-favicon.ts'
import { createRunNews } from './run-news.ts'
import { runTabTitle } from './run-tab-title.ts'

/** A run: what it is and how it stands, with its tabs. Its link is the one place to look. */
export default function RunPage(props: { children?: JSX.Element }): JSX.Element {
  const params = useParams()
  const runId = createMemo(() => Number(params['id']))
  const isNumber = () => Number.isSafeInteger(runId()) && runId() > 0
  return (
    <Show when={isNumber()} fallback={<NoSuchRun />}>
      <Show when={runId()} keyed>
        {(id) => <OneRun runId={id}>{props.children}</OneRun>}
      </Show>
    </Show>
  )
}

function OneRun(props: { runId: number; children?: JSX.Element }): JSX.Element {
  const query = useRun(() => props.runId)
  watchLive(() => `run:${props.runId}`)
  const current = () => live.run[props.runId]
  createDocumentTitle(() => {
    const run = current()?.run
    return run ? runTabTitle(run) : `#${props.runId}`
  })
  return (
    <Switch fallback={<PageSkeleton />}>
      <Match when={current()}>
        {(run) => (
          <RunContext.Provider value={run}>
            <Page>{props.children}</Page>
          </RunContext.Provider>
        )}
      </Match>
      <Match when={query.isLoadingError && isMissing(query.error)}>
        <NoSuchRun runId={props.runId} />
      </Match>
      <Match when={query.isLoadingError}>
        <div class="max-w-160 p-[var(--gutter)]">
          <FailedQuery what={`Run #${props.runId} could not be loaded.`} query={query} />
        </div>
      </Match>
    </Switch>
  )
}

function Page(props: { children?: JSX.Element }): JSX.Element {
  const live = RunContext.use()
  const run = () => live().run
  const path = useLocation()
  const base = () => `/runs/${run().id}`
  const words = () => runStateWords(run())
  const tab = (suffix: string) => path.pathname.replace(/\/$/, '') === base() + suffix
  createRunNews(live)
  createRunFavicon(live)
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: 'Runs', href: '/runs' }]}
        here={`#${run().id}`}
        title={run().title}
        chip={
          <>
            <StatusChip status={words().status} word={words().word} />
            <Show when={run().dryRun}>
              <DryRunChip />
            </Show>
          </>
        }
        meta={<RunMeta run={run()} />}
        actions={
          <>
            <RunActions live={live()} />
            <CopyButton text={() => window.location.href} label="Copy link to this view" />
          </>
        }
        mini={<RunBar live={live()} size="thin" />}
        tabs={
          <NavTabs
            label={`Run #${run().id}`}
            tabs={[
              { href: base(), label: 'Overview', isCurrent: tab('') },
              {
                href: `${base()}/items`,
                label: 'Items',
                count: formatCount(run().found),
                isCurrent: tab('/items'),
              },
              { href: `${base()}/events`, label: 'Events', isCurrent: tab('/events') },
            ]}
          />
        }
      >
        <AttemptsRibbon runId={run().id} attempts={live().attempts} />
      </PageHeader>
      <NoWorkerBanner />
      <Suspense fallback={<SkeletonRows rows={8} label="Loading" />}>{props.children}</Suspense>
    </>
  )
}

function NoSuchRun(props: { runId?: number }): JSX.Element {
  createDocumentTitle(() => 'No such run')
  return (
    <>
      <PageHeader title="No such run" breadcrumb={[{ label: 'Runs', href: '/runs' }]} />
      <EmptyState
        icon="i-lucide-search-x"
        sentence={
          props.runId ? `There is no run #${props.runId}, or you may not see it.` : 'This is no run number.'
        }
      >
        <LinkButton href="/runs">See all runs</LinkButton>
      </EmptyState>
    </>
  )
}
