import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { api } from '../../api/api.ts'
import { goOnSignedIn } from '../../api/session.ts'
import { AccountFields } from '../session/account-fields.tsx'
import { createAccountForm } from '../session/account-form.ts'

/** The first account; with the token from the log when the page was not opened on the machine itself. */
export function AccountStep(props: {
  isTokenNeeded: boolean
  /** Gets the address to offer for links, if the server has one to ask about. */
  onDone: (address: string | null) => void
}): JSX.Element {
  const [search] = useSearchParams()
  const given = [search['token']].flat()[0]
  const form = createAccountForm({
    ...(given === undefined ? {} : { token: given }),
    isTokenNeeded: () => props.isTokenNeeded,
    send: async ({ token, ...account }) => {
      const made = await api.setup.create.mutate({
        ...account,
        ...(token.trim() ? { token: token.trim() } : {}),
      })
      props.onDone(made.address)
      await goOnSignedIn()
    },
  })
  return <AccountFields form={form} isTokenNeeded={props.isTokenNeeded} />
}
