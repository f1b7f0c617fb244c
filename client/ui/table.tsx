import { createEffect, createSignal, For, onCleanup, type JSX } from 'solid-js'
import './table.css'

/** A column's heading; a heading that is only for screen readers has `hidden`. */
export type TableHead = { label: string; align?: 'end'; hidden?: boolean }

/** A table of few rows; its children are `<tr>`s whose first cell is `<th scope="row">`. */
export function Table(props: {
  label: string
  head: readonly TableHead[]
  children: JSX.Element
  class?: string
}): JSX.Element {
  const [overflows, setOverflows] = createSignal(false)
  const [frame, setFrame] = createSignal<HTMLElement>()
  createEffect(() => {
    const element = frame()
    if (!element) return
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div
      ref={setFrame}
      class={`ui-table-frame ${props.class ?? ''}`}
      // What scrolls must be reachable by keyboard; what does not is not worth a stop.
      {...(overflows() ? { tabindex: 0, role: 'region', 'aria-label': props.label } : {})}
    >
      <table class="ui-table" aria-label={props.label}>
        <thead>
          <tr>
            <For each={props.head}>
              {(head) => (
                <th scope="col" data-align={head.align}>
                  <span class={head.hidden ? 'ui-sr-only' : undefined}>{head.label}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  )
}
