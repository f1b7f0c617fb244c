import { For, type JSX } from 'solid-js'

/** Which step of a few one is at. */
export function StepMarks(props: { steps: readonly string[]; current: number }): JSX.Element {
  return (
    <ol class="flex flex-wrap items-center gap-x-3 gap-y-1 text-table" aria-label="Steps">
      <For each={props.steps}>
        {(step, index) => (
          <li
            class="flex items-center gap-2"
            classList={{
              'text-fg font-semibold': index() === props.current,
              'text-fg-3': index() !== props.current,
            }}
            aria-current={index() === props.current ? 'step' : undefined}
          >
            <span class="grid size-5 place-content-center rounded-full border border-current text-kbd">
              {index() + 1}
            </span>
            {step}
          </li>
        )}
      </For>
    </ol>
  )
}
