import { createSignal, Show, type JSX } from 'solid-js'
import { signIn } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** E-mail and password; `email` is given where somebody signs in again. */
export function SignInForm(props: { email?: string; onDone: () => void }): JSX.Element {
  const [email, setEmail] = createSignal(props.email ?? '')
  const [password, setPassword] = createSignal('')
  const [stay, setStay] = createSignal(true)
  const [error, setError] = createSignal<string>()
  const [isBusy, setBusy] = createSignal(false)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy()) return
    setBusy(true)
    setError(undefined)
    const result = await signIn(email().trim(), password(), stay())
    setBusy(false)
    if (result.ok) return props.onDone()
    setError(result.message)
  }

  return (
    <form class="flex flex-col gap-4" onSubmit={(event) => void submit(event)} novalidate>
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autocomplete="username"
        autofocus={!props.email}
        value={email()}
        onInput={setEmail}
      />
      <PasswordField
        label="Password"
        name="password"
        autocomplete="current-password"
        autofocus={Boolean(props.email)}
        value={password()}
        onInput={setPassword}
        error={error()}
      />
      <Checkbox label="Stay signed in" checked={stay()} onChange={setStay} />
      <div role="alert" class="ui-sr-only">
        <Show when={error()}>{error()}</Show>
      </div>
      <Button type="submit" variant="primary" busy={isBusy()}>
        Sign in
      </Button>
    </form>
  )
}
