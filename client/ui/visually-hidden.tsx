import type { JSX } from 'solid-js'

/** Text for screen readers only. */
export function VisuallyHidden(props: { children: JSX.Element }): JSX.Element {
  return <span class="ui-sr-only">{props.children}</span>
}
