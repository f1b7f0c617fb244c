import { Show, splitProps, type JSX } from 'solid-js'
import { Field, fieldKeys, type FieldProps } from './field.tsx'
import { Kbd } from './kbd.tsx'

/** Props of `TextField`. */
export type TextFieldProps = FieldProps & {
  value: string
  /** Every keystroke. */
  onInput: (value: string) => void
  /** An icon class at the start. */
  icon?: string
  /** Paths, tokens, codes. */
  mono?: boolean
  /** The key that brings you here, shown at the end. */
  keys?: string
  /** A control at the end, inside the frame. */
  end?: JSX.Element
} & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value' | 'onInput' | 'class'>

/** One line of text with its label, hint and error. */
export function TextField(props: TextFieldProps): JSX.Element {
  const [field, own, rest] = splitProps(props, fieldKeys, ['value', 'onInput', 'icon', 'mono', 'keys', 'end'])
  return (
    <Field {...field}>
      {(control) => (
        <div class="ui-input" data-mono={own.mono ? '' : undefined}>
          <Show when={own.icon}>{(icon) => <span class={icon()} />}</Show>
          <input
            type="text"
            spellcheck={!own.mono}
            {...rest}
            {...control}
            value={own.value}
            onInput={(event) => own.onInput(event.currentTarget.value)}
          />
          <Show when={own.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
          {own.end}
        </div>
      )}
    </Field>
  )
}
