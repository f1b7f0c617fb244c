import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { usePerson } from '../../api/session.ts'
import { newIdempotencyKey, startRun } from '../../api/start-run.ts'
import type { LibraryView } from '../../api/wire.ts'
import { formatQuantity } from '../../text/format.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { createChosenMode } from './chosen-mode.ts'
import { LibraryLine } from './library-line.tsx'
import { requestOf, startLabel, usualMode } from './start-modes.ts'
import { StartOptions, type StartExtras } from './start-options.tsx'

/** The libraries to choose from, how to go over them, and the button that starts it. */
export function LibraryPicker(props: { libraries: readonly LibraryView[] }): JSX.Element {
  const navigate = useNavigate()
  const person = usePerson()
  const [chosen, setChosen] = createSignal<ReadonlySet<number>>(new Set())
  const [isBusy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const [chosenMode, chooseMode] = createChosenMode()
  const [extras, setExtras] = createSignal<StartExtras>({})
  let key = newIdempotencyKey()

  const usable = createMemo(() => props.libraries.filter((library) => library.syncEnabled))
  // What was chosen and has been turned off or removed since is chosen no more.
  const picked = createMemo(() => usable().filter((library) => chosen().has(library.libraryId)))
  const choose = (ids: readonly number[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids)
        if (isChosen) next.add(id)
        else next.delete(id)
      return next
    })
  const reason = () =>
    lacksRole(person()?.role, 'member') ?? (picked().length === 0 ? 'Choose at least one library' : undefined)
  const isAll = () => usable().length > 0 && picked().length === usable().length
  const mode = () => chosenMode() ?? usualMode(picked())
  const waits = () => picked().filter((library) => library.heldBy !== null)

  const start = async () => {
    if (isBusy()) return
    setBusy(true)
    setError(undefined)
    try {
      const runId = await startRun(
        { libraryIds: picked().map((library) => library.libraryId), ...requestOf(mode()), ...extras() },
        key,
      )
      key = newIdempotencyKey()
      navigate(`/runs/${runId}`)
    } catch (caught) {
      key = newIdempotencyKey()
      setError(failureOf(caught).message)
    }
    setBusy(false)
  }

  return (
    <Card flush>
      <SectionHeading
        title="Libraries"
        inCard
        meta={picked().length > 0 ? `${picked().length} selected` : String(props.libraries.length)}
        actions={
          <Button
            variant="primary"
            icon="i-lucide-play"
            busy={isBusy()}
            disabledReason={reason()}
            onClick={() => void start()}
          >
            {startLabel(mode(), picked().length)}
          </Button>
        }
      />
      <StartOptions mode={mode()} onMode={chooseMode} extras={extras()} onExtras={setExtras} />
      <Show when={error()}>
        <p role="alert" class="border-b border-line bg-fail-bg px-4 py-2 text-table">
          {error()}
        </p>
      </Show>
      <Show when={waits()[0]}>
        {(first) => (
          <p class="border-b border-line px-4 py-2 text-table text-fg-2">
            {first().title} is already in <a href={`/runs/${first().heldBy}`}>#{first().heldBy}</a>
            {waits().length > 1 ? ` (and ${formatQuantity(waits().length - 1, 'other')} too)` : ''}: this part
            will wait for it.
          </p>
        )}
      </Show>
      <div class="library-line library-line-head">
        <Checkbox
          label="Select all libraries"
          hideLabel
          checked={isAll()}
          indeterminate={!isAll() && picked().length > 0}
          onChange={(all) =>
            choose(
              usable().map((library) => library.libraryId),
              all,
            )
          }
        />
        <span>Library</span>
        <span>Last full</span>
        <span>Last incremental</span>
        <span class="text-end">Items</span>
        <span />
      </div>
      <ul aria-label="Libraries">
        <For each={props.libraries}>
          {(library) => (
            <LibraryLine
              library={library}
              isChosen={chosen().has(library.libraryId)}
              onChoose={(isChosen) => choose([library.libraryId], isChosen)}
            />
          )}
        </For>
      </ul>
    </Card>
  )
}
