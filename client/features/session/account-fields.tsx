import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SHORTEST_PASSWORD, type AccountForm } from './account-form.ts'

/** Makes an account: name, e-mail and a new password, and the token where it is needed. */
export function AccountFields(props: { form: AccountForm; isTokenNeeded: boolean }): JSX.Element {
  const { form } = props
  return (
    <form class="flex flex-col gap-4" onSubmit={form.submit} novalidate>
      <Show when={props.isTokenNeeded}>
        <TextField
          label="Setup token"
          mono
          autocomplete="off"
          autofocus
          value={form.account().token}
          onInput={form.change('token')}
          error={form.faults().token}
          hint="Marquee printed it to its log when it started. It shows that this is your machine."
        />
      </Show>
      <TextField
        label="Name"
        name="name"
        autocomplete="name"
        autofocus={!props.isTokenNeeded}
        value={form.account().name}
        onInput={form.change('name')}
        error={form.faults().name}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autocomplete="username"
        value={form.account().email}
        onInput={form.change('email')}
        error={form.faults().email}
        hint="You sign in with it. Marquee sends no mail."
      />
      <PasswordField
        label="Password"
        name="password"
        autocomplete="new-password"
        value={form.account().password}
        onInput={form.change('password')}
        error={form.faults().password}
        hint={form.faults().password ? undefined : `At least ${SHORTEST_PASSWORD} characters.`}
      />
      <p role="alert" class="text-table text-fail empty:hidden">
        {form.error()}
      </p>
      <Button type="submit" variant="primary" busy={form.isBusy()}>
        Create account
      </Button>
    </form>
  )
}
