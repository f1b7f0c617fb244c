import { createSignal } from 'solid-js'
import { faultsIn } from '../../api/failure.ts'

/** What a new account needs; the token only where the first one is made from another machine. */
export interface Account {
  name: string
  email: string
  password: string
  token: string
}

/** What is wrong with an account's fields, as sentences. */
export type AccountFaults = { [field in keyof Account]?: string }

/** The shortest password that the server takes. */
export const SHORTEST_PASSWORD = 10

/** The faults that can be seen before the server is asked. */
export function faultsOf(account: Account, isTokenNeeded: boolean): AccountFaults {
  return {
    ...(isTokenNeeded && !account.token.trim() ? { token: 'Copy it from the log of Marquee.' } : {}),
    ...(account.name.trim() ? {} : { name: 'Say what others should call you.' }),
    ...(/^[^\s@]+@[^\s@]+$/.test(account.email.trim()) ? {} : { email: 'Write it like ana@example.com.' }),
    ...(account.password.length >= SHORTEST_PASSWORD
      ? {}
      : { password: `Use at least ${SHORTEST_PASSWORD} characters; a few words are easy to remember.` }),
  }
}

/** The state of a form that makes an account; `send` throws what the server refuses. */
export function createAccountForm(options: {
  token?: string
  isTokenNeeded: () => boolean
  send: (account: Account) => Promise<void>
}) {
  const [account, setAccount] = createSignal<Account>({
    name: '',
    email: '',
    password: '',
    token: options.token ?? '',
  })
  const [faults, setFaults] = createSignal<AccountFaults>({})
  const [error, setError] = createSignal<string>()
  const [isBusy, setBusy] = createSignal(false)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy()) return
    const found = faultsOf(account(), options.isTokenNeeded())
    setFaults(found)
    setError(undefined)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      await options.send(account())
    } catch (caught) {
      const refusal = faultsIn(caught, { name: 'name', email: 'email', password: 'password', token: 'token' })
      setFaults(refusal.faults)
      setError(refusal.rest)
    }
    setBusy(false)
  }
  const change = (field: keyof Account) => (value: string) => {
    setAccount({ ...account(), [field]: value })
    // A fault is about what was there; what is typed now has not been looked at.
    setFaults((all) => ({ ...all, [field]: undefined }))
  }
  return { account, change, faults, error, isBusy, submit: (event: SubmitEvent) => void submit(event) }
}

export type AccountForm = ReturnType<typeof createAccountForm>
