import { createSignal, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { useChangeLibrary, useCheckLibrary } from '../../api/libraries.ts'
import { usePerson } from '../../api/session.ts'
import type { LibraryView } from '../../api/wire.ts'
import { formatQuantity } from '../../text/format.ts'
import { mediaKindWords } from '../../text/media-kind-words.ts'
import { lacksRole } from '../../text/role-words.ts'
import { unitWords } from '../../text/unit-words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { showToast } from '../../ui/toasts.ts'
import { MissingCard } from '../missing/missing-card.tsx'
import { CheckResult } from './check-result.tsx'
import { RemoveLibraryDialog } from './remove-library-dialog.tsx'

/** A library under its source: where it is, what is known of it, on or off. */
export function LibraryItem(props: { library: LibraryView }): JSX.Element {
  const person = usePerson()
  const check = useCheckLibrary()
  const change = useChangeLibrary()
  const [isRemoving, setRemoving] = createSignal(false)
  const reason = () => lacksRole(person()?.role, 'admin')
  const checkReason = () => lacksRole(person()?.role, 'member')
  const unit = () => unitWords[props.library.mediaKind]
  const path = () => {
    const found = props.library.config['path']
    return typeof found === 'string' ? found : null
  }
  const turn = (syncEnabled: boolean) =>
    change.mutate(
      { libraryId: props.library.libraryId, syncEnabled },
      {
        onError: (error) =>
          showToast({
            title: `${props.library.title} was not changed.`,
            detail: failureOf(error).message,
            tone: 'fail',
          }),
      },
    )
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <span class={`${mediaKindWords[props.library.mediaKind].icon} self-start mt-1 text-fg-3`} />
      <div class="min-w-0 flex-[1_1_220px]">
        <h3 class="text-body font-semibold">{props.library.title}</h3>
        <p class="text-meta text-fg-3">
          {mediaKindWords[props.library.mediaKind].name}
          <Show when={path()}>
            {(found) => (
              <>
                {' · '}
                <span class="font-mono [overflow-wrap:anywhere]">{found()}</span>
              </>
            )}
          </Show>
        </p>
        <CheckResult query={check} />
      </div>
      <p class="flex-[0_1_220px] text-table text-fg-2">
        <Show when={props.library.lastFull} fallback="Never ingested">
          {(at) => (
            <>
              {formatQuantity(props.library.items, unit().one, unit().many)} · full <RelativeTime at={at()} />
            </>
          )}
        </Show>
      </p>
      <div class="flex flex-wrap items-center gap-3">
        <Checkbox
          label="Ingest"
          aria-label={`Take ${props.library.title} into runs`}
          checked={props.library.syncEnabled}
          disabledReason={reason()}
          onChange={turn}
        />
        <Button
          size="small"
          busy={check.isPending}
          disabledReason={checkReason()}
          aria-label={`Check ${props.library.title}`}
          onClick={() => check.mutate(props.library.libraryId)}
        >
          Check
        </Button>
        <Button
          size="small"
          variant="ghost"
          icon="i-lucide-trash-2"
          label={`Remove ${props.library.title}…`}
          disabledReason={reason()}
          onClick={() => setRemoving(true)}
        />
      </div>
      <Show when={props.library.needsAnswer}>
        {(question) => (
          <div class="basis-full rounded-group border border-line bg-warn-bg px-3 py-2.5">
            <MissingCard library={props.library} question={question()} />
          </div>
        )}
      </Show>
      <RemoveLibraryDialog open={isRemoving()} library={props.library} onClose={() => setRemoving(false)} />
    </li>
  )
}
