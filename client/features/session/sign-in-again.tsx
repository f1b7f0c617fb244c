import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { isExpired } from '../../api/session-expiry.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** When the session has ended: the page stays as it is, and signing in again goes on from there. */
export function SignInAgain(props: { email: string }): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  createEffect(on(isExpired, (expired) => setOpen(expired)))
  return (
    <Show when={isExpired()}>
      <Banner
        tone="warn"
        actions={
          <Button size="small" onClick={() => setOpen(true)}>
            Sign in again
          </Button>
        }
      >
        Your session has ended. What you see is the last known state.
      </Banner>
      <Dialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title="Sign in again"
        description="Your session has ended. The page stays as it is."
      >
        <SignInForm email={props.email} onDone={() => setOpen(false)} />
      </Dialog>
    </Show>
  )
}
