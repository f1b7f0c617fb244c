import { createUniqueId, For, Show, type JSX } from 'solid-js'
import './choice.css'
import './field.css'
import type { Choice } from './select.tsx'

/** Props of `RadioGroup` and `SegmentedControl`. */
export type RadioGroupProps<Value extends string> = {
  label: string
  hideLabel?: boolean
  value: Value
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
  class?: string
}

/** One of a few, each with room for a sentence. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): JSX.Element {
  const name = createUniqueId()
  return (
    <fieldset class={`ui-field ${props.class ?? ''}`}>
      <legend class={props.hideLabel ? 'ui-sr-only' : 'ui-field-label mb-1.5'}>{props.label}</legend>
      <For each={props.choices}>
        {(choice) => (
          <label class="ui-choice">
            <input
              type="radio"
              class="ui-check"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              disabled={choice.disabledReason !== undefined}
              aria-describedby={choice.disabledReason || choice.hint ? `${name}-${choice.value}` : undefined}
              onChange={() => props.onChange(choice.value)}
            />
            <span class="flex flex-col">
              {choice.label}
              <Show when={choice.disabledReason ?? choice.hint}>
                <span id={`${name}-${choice.value}`} class="ui-field-hint">
                  {choice.disabledReason ?? choice.hint}
                </span>
              </Show>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

/** One of a few words in a line: a filter or a view, never a form's answer. */
export function SegmentedControl<Value extends string>(props: RadioGroupProps<Value>): JSX.Element {
  const name = createUniqueId()
  return (
    <fieldset class={`ui-segments ${props.class ?? ''}`}>
      <legend class="ui-sr-only">{props.label}</legend>
      <For each={props.choices}>
        {(choice) => (
          <label class="ui-segment">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.label}
            <Show when={choice.hint}>{(hint) => <span class="text-fg-3">{hint()}</span>}</Show>
          </label>
        )}
      </For>
    </fieldset>
  )
}
