import { createSignal, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** A secret that can be looked at while typing; `autocomplete` decides what a password manager offers. */
export function PasswordField(
  props: Omit<TextFieldProps, 'type' | 'end'> & { autocomplete: 'current-password' | 'new-password' | 'off' },
): JSX.Element {
  const [isShown, setShown] = createSignal(false)
  return (
    <TextField
      {...props}
      type={isShown() ? 'text' : 'password'}
      spellcheck={false}
      autocapitalize="off"
      end={
        <Button
          variant="ghost"
          size="small"
          class="-mr-2"
          icon={isShown() ? 'i-lucide-eye-off' : 'i-lucide-eye'}
          label={`${isShown() ? 'Hide' : 'Show'} ${props.label.toLowerCase()}`}
          aria-pressed={isShown()}
          onClick={() => setShown(!isShown())}
        />
      }
    />
  )
}
