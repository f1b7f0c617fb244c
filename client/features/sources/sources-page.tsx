import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { useLibraries } from '../../api/libraries.ts'
import { loaded } from '../../api/loaded.ts'
import { usePerson } from '../../api/session.ts'
import { useSources } from '../../api/sources.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { NoWorkerBanner } from '../console/no-worker-banner.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { SourceCard } from './source-card.tsx'

/** Where things come from, and the libraries of each. */
export default function SourcesPage(): JSX.Element {
  createDocumentTitle(() => 'Sources')
  const sources = useSources()
  const libraries = useLibraries()
  const of = (sourceId: number) => loaded(libraries)?.filter((library) => library.sourceId === sourceId)
  return (
    <>
      <PageHeader title="Sources" actions={<AddSource />} />
      <NoWorkerBanner />
      <div class="mx-auto flex max-w-330 flex-col gap-5 px-[var(--gutter)] pb-10">
        <Switch>
          <Match when={sources.isLoadingError}>
            <FailedQuery what="The sources could not be loaded." query={sources} />
          </Match>
          <Match when={sources.isPending}>
            <SkeletonRows rows={6} label="Loading the sources" />
          </Match>
          <Match when={loaded(sources)?.length === 0}>
            <EmptyState
              icon="i-lucide-library"
              sentence="No sources yet. Add one to have something to ingest."
              detail="A source is a place things come from, such as folders on this machine."
            >
              <AddSource />
            </EmptyState>
          </Match>
          <Match when={loaded(sources)}>
            {(found) => (
              <For each={found().map((source) => source.sourceId)}>
                {(sourceId) => (
                  <Show when={found().find((source) => source.sourceId === sourceId)}>
                    {(source) => <SourceCard source={source()} libraries={of(sourceId)} />}
                  </Show>
                )}
              </For>
            )}
          </Match>
        </Switch>
      </div>
    </>
  )
}

function AddSource(): JSX.Element {
  const person = usePerson()
  const reason = () => lacksRole(person()?.role, 'admin')
  return (
    <Show
      when={reason()}
      fallback={
        <LinkButton variant="primary" icon="i-lucide-plus" href="/sources/new">
          Add source
        </LinkButton>
      }
    >
      <Button variant="primary" icon="i-lucide-plus" disabledReason={reason()}>
        Add source
      </Button>
    </Show>
  )
}
