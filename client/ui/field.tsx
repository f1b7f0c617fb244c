import { createUniqueId, Show, type JSX } from 'solid-js'
import './field.css'

/** What every field has around its control. */
export type FieldProps = {
  label: string
  /** True where the surroundings name it already (a filter line); screen readers still get the label. */
  hideLabel?: boolean | undefined
  hint?: JSX.Element
  /** What is wrong with the value, as a sentence. */
  error?: string | undefined
  class?: string | undefined
}

/** The ids and states a control takes from its field. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** The names of `FieldProps`, for splitProps. */
export const fieldKeys = ['label', 'hideLabel', 'hint', 'error', 'class'] as const

/** Label above, hint and error below, wired to the control that `children` makes. */
export function Field(props: FieldProps & { children: (control: FieldControl) => JSX.Element }): JSX.Element {
  const id = createUniqueId()
  const control: FieldControl = {
    id,
    get 'aria-describedby'() {
      const ids = [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean)
      return ids.length ? ids.join(' ') : undefined
    },
    get 'aria-invalid'() {
      return props.error ? ('true' as const) : undefined
    },
  }
  return (
    <div class={`ui-field ${props.class ?? ''}`}>
      <label for={id} class={props.hideLabel ? 'ui-sr-only' : 'ui-field-label'}>
        {props.label}
      </label>
      {props.children(control)}
      <Show when={props.error}>
        <p id={`${id}-error`} class="ui-field-error">
          <span class="i-lucide-circle-alert" />
          <span>{props.error}</span>
        </p>
      </Show>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class="ui-field-hint">
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
