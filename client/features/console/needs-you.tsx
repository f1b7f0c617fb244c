import { createMemo, For, Show, type JSX } from 'solid-js'
import type { LibraryView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { MissingCard } from '../missing/missing-card.tsx'

/** What waits for a person: questions of libraries, and what failed in the newest run of each. */
export function NeedsYou(props: { libraries: readonly LibraryView[] }): JSX.Element {
  const asking = createMemo(() => props.libraries.flatMap((one) => (one.needsAnswer ? one.libraryId : [])))
  const failing = createMemo(() =>
    [...Map.groupBy(props.libraries, (one) => one.failures?.runId ?? 0).keys()]
      .filter((runId) => runId > 0)
      .toSorted((a, b) => b - a),
  )
  const library = (id: number) => props.libraries.find((one) => one.libraryId === id)
  const ofRun = (runId: number) => props.libraries.filter((one) => one.failures?.runId === runId)
  return (
    <Show when={asking().length > 0 || failing().length > 0}>
      <Card flush tone={asking().length > 0 ? 'warn' : 'fail'}>
        <SectionHeading title="Needs you" inCard />
        <ul aria-label="Needs you">
          <For each={asking()}>
            {(id) => (
              <li class="flex gap-3 border-b border-line px-4 py-3 last:border-b-0">
                <span class="i-lucide-triangle-alert mt-1 shrink-0 text-warn" />
                <div class="min-w-0 flex-1">
                  <Show when={library(id)}>
                    {(found) => (
                      <Show when={found().needsAnswer}>
                        {(question) => <MissingCard library={found()} question={question()} />}
                      </Show>
                    )}
                  </Show>
                </div>
              </li>
            )}
          </For>
          <For each={failing()}>
            {(runId) => (
              <li class="flex gap-3 border-b border-line px-4 py-2.5 text-body last:border-b-0">
                <span class="i-lucide-circle-alert mt-1 shrink-0 text-fail" />
                <p class="min-w-0 flex-1">
                  Failed in <a href={`/runs/${runId}/items?status=failed`}>#{runId}</a>:{' '}
                  <For each={ofRun(runId)}>
                    {(one, index) => <Failures of={one} isFirst={index() === 0} />}
                  </For>
                </p>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}

const Failures = (props: { of: LibraryView; isFirst: boolean }) => (
  <Show when={props.of.failures}>
    {(failures) => (
      <>
        {props.isFirst ? '' : ', '}
        <a
          class="whitespace-nowrap tabular-nums"
          href={`/runs/${failures().runId}/items?status=failed&libraryId=${props.of.libraryId}`}
        >
          {formatCount(failures().count)} in {props.of.title}
        </a>
      </>
    )}
  </Show>
)
