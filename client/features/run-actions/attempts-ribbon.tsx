import { createSignal, For, Show, type JSX } from 'solid-js'
import type { AttemptView } from '../../api/wire.ts'
import { formatQuantity } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Meter } from '../../ui/meter.tsx'
import { attemptWords } from './attempt-words.ts'

/** How many of the newest attempts are shown before somebody asks for all. */
const SHOWN = 3

/** The further attempts of a run, newest first: whose, and what came of each; a running one has its own bar. */
export function AttemptsRibbon(props: { runId: number; attempts: readonly AttemptView[] }): JSX.Element {
  const [isAll, setAll] = createSignal(false)
  const newest = () => props.attempts.map((one) => one.attempt).toReversed()
  const shown = () => (isAll() ? newest() : newest().slice(0, SHOWN))
  const of = (number: number) => props.attempts.find((one) => one.attempt === number)
  return (
    <Show when={props.attempts.length > 0}>
      <ul aria-label="Attempts" class="flex flex-wrap items-center gap-x-5 gap-y-1 text-table">
        <For each={shown()}>
          {(number) => <Show when={of(number)}>{(one) => <Attempt runId={props.runId} of={one()} />}</Show>}
        </For>
        <Show when={newest().length > SHOWN && !isAll()}>
          <li>
            <Button size="small" variant="ghost" onClick={() => setAll(true)}>
              {formatQuantity(newest().length - SHOWN, 'earlier attempt')}
            </Button>
          </li>
        </Show>
      </ul>
    </Show>
  )
}

function Attempt(props: { runId: number; of: AttemptView }): JSX.Element {
  const words = () => attemptWords(props.of)
  const isOpen = () => props.of.state === 'staging' || props.of.state === 'running'
  return (
    <li class="flex min-h-6 flex-wrap items-center gap-x-2">
      <a
        class="inline-flex min-h-6 items-center gap-1 text-fg-2! no-underline! tabular-nums hover:underline!"
        href={`/runs/${props.runId}/items?attempt=${props.of.attempt}`}
      >
        <b class="font-semibold text-fg">Attempt {props.of.attempt}</b>
        <Show when={props.of.startedByName}> · {props.of.startedByName}</Show> · {words()}
      </a>
      <Show when={isOpen()}>
        <Meter
          class="w-28!"
          size="thin"
          label={`Attempt ${props.of.attempt}`}
          valueText={words()}
          total={props.of.state === 'staging' ? null : props.of.entries}
          open="sweep"
          of={props.of.attempt}
          segments={[{ tone: 'done', value: props.of.settled }]}
        />
      </Show>
    </li>
  )
}
