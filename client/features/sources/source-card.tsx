import { createSignal, For, Show, type JSX } from 'solid-js'
import { usePerson } from '../../api/session.ts'
import { useCheckSource } from '../../api/sources.ts'
import type { LibraryView, SourceView } from '../../api/wire.ts'
import { lacksRole } from '../../text/role-words.ts'
import { wordsOfSourceKind } from '../../text/source-kind-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Menu } from '../../ui/menu.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { AddLibraryDialog } from './add-library-dialog.tsx'
import { CheckResult } from './check-result.tsx'
import { LibraryItem } from './library-item.tsx'
import { RemoveSourceDialog } from './remove-source-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'

/** One source: how it is, its libraries, and what can be done with it. */
export function SourceCard(props: { source: SourceView; libraries: LibraryView[] | undefined }): JSX.Element {
  const person = usePerson()
  const check = useCheckSource()
  const [open, setOpen] = createSignal<'add' | 'remove' | 'rename'>()
  const reason = () => lacksRole(person()?.role, 'admin')
  const checkReason = () => lacksRole(person()?.role, 'member')
  const kind = () => wordsOfSourceKind(props.source.kind)
  const close = () => setOpen(undefined)
  return (
    <Card flush>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3">
        <span class={`${kind().icon} text-fg-3`} />
        <div class="min-w-0 flex-1 basis-48">
          <h2 class="truncate text-lead">{props.source.name}</h2>
          <p class="text-meta text-fg-3">{kind().name}</p>
          <CheckResult
            query={check}
            last={{ at: props.source.checkedAt, trouble: props.source.trouble, note: props.source.checkNote }}
          />
        </div>
        <div class="flex flex-wrap gap-2">
          <Button
            size="small"
            icon="i-lucide-stethoscope"
            busy={check.isPending}
            disabledReason={checkReason()}
            onClick={() => check.mutate(props.source.sourceId)}
          >
            Check
          </Button>
          <Show when={props.source.kind === 'filesystem'}>
            <Button
              size="small"
              icon="i-lucide-folder-plus"
              disabledReason={reason()}
              onClick={() => setOpen('add')}
            >
              Add library
            </Button>
          </Show>
          <Menu
            size="small"
            icon="i-lucide-ellipsis"
            label={`More about ${props.source.name}`}
            entries={[
              {
                label: 'Rename…',
                icon: 'i-lucide-pencil',
                disabledReason: reason(),
                onSelect: () => setOpen('rename'),
              },
              { kind: 'line' },
              {
                label: 'Remove source…',
                icon: 'i-lucide-trash-2',
                tone: 'danger',
                disabledReason: reason(),
                onSelect: () => setOpen('remove'),
              },
            ]}
          />
        </div>
      </div>
      <Show when={props.libraries} fallback={<SkeletonRows rows={2} label="Loading the libraries" />}>
        {(libraries) => (
          <Show
            when={libraries().length > 0}
            fallback={
              <p class="px-4 py-5 text-table text-fg-2">
                No libraries yet. Add one for each folder of movies or shows.
              </p>
            }
          >
            <ul aria-label={`Libraries of ${props.source.name}`}>
              <For each={libraries().map((library) => library.libraryId)}>
                {(id) => (
                  <Show when={libraries().find((library) => library.libraryId === id)}>
                    {(library) => <LibraryItem library={library()} />}
                  </Show>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <AddLibraryDialog open={open() === 'add'} sourceId={props.source.sourceId} onClose={close} />
      <RemoveSourceDialog
        open={open() === 'remove'}
        source={props.source}
        libraries={props.libraries ?? []}
        onClose={close}
      />
      <RenameDialog open={open() === 'rename'} source={props.source} onClose={close} />
    </Card>
  )
}
