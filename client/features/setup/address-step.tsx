import { createSignal, type JSX } from 'solid-js'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { Button } from '../../ui/button.tsx'

/** Asks whether the address this page was opened at is the one to use in links. */
export function AddressStep(props: { address: string; onDone: () => void }): JSX.Element {
  const [error, setError] = createSignal<string>()
  const [isBusy, setBusy] = createSignal(false)
  const use = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await api.settings.set.mutate({ publicOrigins: [props.address] })
      props.onDone()
    } catch (caught) {
      setError(failureOf(caught).message)
    }
    setBusy(false)
  }
  return (
    <div class="flex flex-col gap-4">
      <p class="text-body">
        You opened <code class="break-all">{props.address}</code>. Use this address for links?
      </p>
      <p class="text-table text-fg-2">
        Choose no if others will open Marquee at another address. MARQUEE_PUBLIC_URL sets it then.
      </p>
      <p role="alert" class="text-table text-fail empty:hidden">
        {error()}
      </p>
      <div class="flex gap-2">
        <Button variant="primary" busy={isBusy()} onClick={() => void use()}>
          Use this address
        </Button>
        <Button onClick={() => props.onDone()}>Not now</Button>
      </div>
    </div>
  )
}
