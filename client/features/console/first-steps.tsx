import { useNavigate } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { usePerson } from '../../api/session.ts'
import type { LibraryView, SourceView } from '../../api/wire.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { createSampleStart } from '../setup/sample-start.ts'

/** The way to a first run, in three steps that check themselves off. */
export function FirstSteps(props: {
  sources: readonly SourceView[]
  libraries: readonly LibraryView[]
}): JSX.Element {
  const navigate = useNavigate()
  const person = usePerson()
  const sample = createSampleStart((runId) => navigate(`/runs/${runId}`))
  const reason = () => lacksRole(person()?.role, 'admin')
  const hasSource = () => props.sources.length > 0
  const hasLibrary = () => props.libraries.length > 0
  return (
    <Card>
      <h2 class="text-lead">Get your first library in</h2>
      <ol class="mt-3 flex flex-col gap-3">
        <Step
          isDone={hasSource()}
          title="Add a source"
          hint="Where your media is: a folder on this machine."
        />
        <Step
          isDone={hasLibrary()}
          title="Add its libraries"
          hint="One per folder: movies here, shows there."
        />
        <Step
          isDone={false}
          title="Start the first ingest"
          hint="Choose libraries below and watch every file land."
        />
      </ol>
      <div class="mt-4 flex flex-wrap gap-2">
        <Show when={!hasSource()}>
          <Show
            when={!reason()}
            fallback={
              <Button variant="primary" icon="i-lucide-folder-plus" disabledReason={reason()}>
                Add a folder
              </Button>
            }
          >
            <LinkButton variant="primary" icon="i-lucide-folder-plus" href="/sources/new?kind=filesystem">
              Add a folder
            </LinkButton>
          </Show>
          <Button
            icon="i-lucide-sparkles"
            busy={sample.isBusy()}
            disabledReason={reason()}
            onClick={() => void sample.start()}
          >
            Explore with sample data
          </Button>
        </Show>
        <Show when={hasSource() && !hasLibrary()}>
          <LinkButton variant="primary" href="/sources">
            Add a library
          </LinkButton>
        </Show>
      </div>
      <p role="alert" class="mt-2 text-table text-fail empty:hidden">
        {sample.error()}
      </p>
    </Card>
  )
}

function Step(props: { isDone: boolean; title: string; hint: string }): JSX.Element {
  return (
    <li class="flex items-start gap-3">
      <span
        class={`mt-0.5 size-4 ${props.isDone ? 'i-lucide-circle-check text-ok' : 'i-lucide-circle-dashed text-fg-3'}`}
      />
      <span class="text-body">
        <span class="font-semibold">{props.title}</span>
        <Show when={props.isDone}>
          <span class="ui-sr-only"> (done)</span>
        </Show>
        <span class="block text-table text-fg-2">{props.hint}</span>
      </span>
    </li>
  )
}
