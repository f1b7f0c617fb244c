import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { loaded } from '../../api/loaded.ts'
import { usePerson } from '../../api/session.ts'
import { useCreateSource, useSources } from '../../api/sources.ts'
import type { SourceKindName } from '../../api/wire.ts'
import { lacksRole } from '../../text/role-words.ts'
import { sourceKindWords } from '../../text/source-kind-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { KindChoice } from './kind-choice.tsx'
import { createLibraryForm, LibraryFields } from './library-form.tsx'
import { SampleStep } from './sample-step.tsx'
import { StepMarks } from './step-marks.tsx'

/** Adds a source in two steps: what kind, then what that kind needs. The step is in the URL. */
export default function NewSourcePage(): JSX.Element {
  createDocumentTitle(() => 'Add source')
  const person = usePerson()
  const [search, setSearch] = useSearchParams()
  const kind = (): SourceKindName | null => {
    const asked = search['kind']
    return asked === 'filesystem' || asked === 'sample' ? asked : null
  }
  const reason = () => lacksRole(person()?.role, 'admin')
  return (
    <>
      <PageHeader title="Add source" breadcrumb={[{ label: 'Sources', href: '/sources' }]} />
      <div class="max-w-192 px-[var(--gutter)] pb-10">
        <Show
          when={!person() || !reason()}
          fallback={<Card tone="warn">Adding a source needs the admin role.</Card>}
        >
          <StepMarks
            steps={['Kind', kind() ? sourceKindWords[kind()!].name : 'Details']}
            current={kind() ? 1 : 0}
          />
          <Card class="mt-4">
            <Switch>
              <Match when={kind() === null}>
                <KindChoice onChoose={(chosen) => setSearch({ kind: chosen })} />
              </Match>
              <Match when={kind() === 'filesystem'}>
                <FolderStep onBack={() => setSearch({ kind: null })} />
              </Match>
              <Match when={kind() === 'sample'}>
                <SampleStep onBack={() => setSearch({ kind: null })} />
              </Match>
            </Switch>
          </Card>
        </Show>
      </div>
    </>
  )
}

/** A first folder; the source that stands for this machine is made with it, or the one that is there is used. */
function FolderStep(props: { onBack: () => void }): JSX.Element {
  const navigate = useNavigate()
  const create = useCreateSource()
  const sources = useSources()
  const form = createLibraryForm()
  const [error, setError] = createSignal<string>()
  let madeId: number | undefined

  const sourceId = async () => {
    const known = loaded(sources)?.find((source) => source.kind === 'filesystem')?.sourceId
    // Kept in case the library is refused: a second try must not make a second source.
    madeId ??=
      known ?? (await create.mutateAsync({ kind: 'filesystem', name: 'This machine', config: {} })).sourceId
    return madeId
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setError(undefined)
    if (form.isBusy() || create.isPending) return
    if (!form.path().trim()) return void form.save(0)
    try {
      if (await form.save(await sourceId())) navigate('/')
    } catch (caught) {
      setError(failureOf(caught).message)
    }
  }
  return (
    <form class="flex flex-col gap-5" novalidate onSubmit={(event) => void save(event)}>
      <h2 class="text-lead">Folder on this machine</h2>
      <LibraryFields form={form} />
      <p role="alert" class="text-table text-fail empty:hidden">
        {error()}
      </p>
      <div class="flex justify-between gap-2">
        <Button onClick={() => props.onBack()}>Back</Button>
        <Button type="submit" variant="primary" busy={form.isBusy() || create.isPending}>
          Add folder
        </Button>
      </div>
    </form>
  )
}
