import type { JSX } from 'solid-js'
import { Chip } from './chip.tsx'
import './status-icon.css'
import { statuses, type Status } from './statuses.ts'

/** Props of `StatusIcon` and `StatusChip`. */
export type StatusProps = {
  status: Status
  /** In place of the status's own word. */
  word?: string | undefined
  class?: string | undefined
}

/** A status as a shape with its word beside it; with `hideWord` the word is left to screen readers. */
export function StatusIcon(props: StatusProps & { hideWord?: boolean }): JSX.Element {
  return (
    <span class={`ui-status ${props.class ?? ''}`} data-tone={statuses[props.status].tone}>
      <Shape status={props.status} />
      <span class={props.hideWord ? 'ui-sr-only' : undefined}>
        {props.word ?? statuses[props.status].word}
      </span>
    </span>
  )
}

/** A status as a chip, for headings and lists of few. */
export function StatusChip(props: StatusProps): JSX.Element {
  return (
    // A chip that says all is well stays quiet: only its tick is green.
    <Chip tone={props.status === 'finished' ? 'neutral' : statuses[props.status].tone} class={props.class}>
      <Shape status={props.status} />
      {props.word ?? statuses[props.status].word}
    </Chip>
  )
}

const Shape = (props: { status: Status }) => (
  <span class="ui-status-shape" data-status={props.status} data-tone={statuses[props.status].tone}>
    <span class={statuses[props.status].icon} />
  </span>
)
