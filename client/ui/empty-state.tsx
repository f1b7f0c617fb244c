import { Show, type JSX } from 'solid-js'

/** Nothing here: a sentence that says so and, as children, the next step. */
export function EmptyState(props: {
  sentence: string
  icon?: string
  detail?: JSX.Element
  children?: JSX.Element
}) {
  return (
    <div class="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <Show when={props.icon}>{(icon) => <span class={`${icon()} size-6 text-fg-3`} />}</Show>
      <p class="max-w-prose text-body text-fg-2">{props.sentence}</p>
      <Show when={props.detail}>
        <p class="max-w-prose text-table text-fg-3">{props.detail}</p>
      </Show>
      <Show when={props.children}>
        <div class="flex flex-wrap justify-center gap-2">{props.children}</div>
      </Show>
    </div>
  )
}
