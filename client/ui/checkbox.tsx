import { createEffect, createSignal, createUniqueId, Show, splitProps, type JSX } from 'solid-js'
import './choice.css'
import './field.css'

/** Props of `Checkbox`. */
export type CheckboxProps = {
  label: string
  /** Only the box is drawn, as in a table; the label is still its name. */
  hideLabel?: boolean
  hint?: JSX.Element
  checked: boolean
  /** Some, but not all, of what it stands for. */
  indeterminate?: boolean
  onChange: (checked: boolean) => void
  /** Why it cannot be changed now; shown beside it. */
  disabledReason?: string | undefined
} & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'checked' | 'onChange' | 'type' | 'disabled' | 'ref'>

/** A yes or no, with its words beside it. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  const [own, rest] = splitProps(props, [
    'label',
    'hideLabel',
    'hint',
    'checked',
    'indeterminate',
    'onChange',
    'disabledReason',
    'class',
  ])
  const id = createUniqueId()
  const [box, setBox] = createSignal<HTMLInputElement>()
  createEffect(() => {
    const element = box()
    if (element) element.indeterminate = own.indeterminate ?? false
  })
  const note = () => own.disabledReason ?? own.hint
  return (
    <label class={`ui-choice ${own.class ?? ''}`} data-bare={own.hideLabel ? '' : undefined}>
      <input
        {...rest}
        ref={setBox}
        type="checkbox"
        class="ui-check"
        aria-label={own.hideLabel ? own.label : undefined}
        aria-describedby={note() && !own.hideLabel ? id : undefined}
        disabled={own.disabledReason !== undefined}
        checked={own.checked}
        onChange={(event) => {
          const asked = event.currentTarget.checked
          // The owner of the state decides; the box shows what it decided.
          event.currentTarget.checked = own.checked
          own.onChange(asked)
        }}
      />
      <Show when={!own.hideLabel}>
        <span class="flex flex-col">
          {own.label}
          <Show when={note()}>
            <span id={id} class="ui-field-hint">
              {note()}
            </span>
          </Show>
        </span>
      </Show>
    </label>
  )
}
