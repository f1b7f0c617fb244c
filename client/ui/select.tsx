import { For, splitProps, type JSX } from 'solid-js'
import { Field, fieldKeys, type FieldProps } from './field.tsx'

/** One thing to choose. */
export type Choice<Value extends string = string> = {
  value: Value
  label: string
  hint?: string
  /** Why it cannot be chosen now. */
  disabledReason?: string | undefined
}

/** Props of `Select`. */
export type SelectProps<Value extends string> = FieldProps & {
  value: Value | ''
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
  /** Shown while nothing is chosen. */
  placeholder?: string
} & Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'class'>

/** The system's own select, in our frame: it is the one that works on every phone. */
export function Select<Value extends string>(props: SelectProps<Value>): JSX.Element {
  const [field, own, rest] = splitProps(props, fieldKeys, ['value', 'choices', 'onChange', 'placeholder'])
  return (
    <Field {...field}>
      {(control) => (
        <div class="ui-input">
          <select
            {...rest}
            {...control}
            onChange={(event) => {
              const chosen = own.choices.find((choice) => choice.value === event.currentTarget.value)
              if (chosen) own.onChange(chosen.value)
            }}
          >
            {own.placeholder && (
              <option value="" disabled selected={own.value === ''}>
                {own.placeholder}
              </option>
            )}
            <For each={own.choices}>
              {(choice) => (
                <option
                  value={choice.value}
                  selected={choice.value === own.value}
                  disabled={choice.disabledReason !== undefined}
                >
                  {choice.label}
                  {choice.disabledReason && ` (${choice.disabledReason})`}
                </option>
              )}
            </For>
          </select>
          <span data-part="chevron" class="i-lucide-chevron-down" />
        </div>
      )}
    </Field>
  )
}
