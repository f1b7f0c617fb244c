import { useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, untrack, type JSX } from 'solid-js'
import { loaded } from '../../api/loaded.ts'
import { useMe } from '../../api/session.ts'
import { useSetupStatus } from '../../api/setup.ts'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { DoorFrame } from './door-frame.tsx'
import { safeNext } from './safe-next.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Where somebody signs in; afterwards they are where they wanted to go. */
export default function SignInPage(): JSX.Element {
  createDocumentTitle(() => 'Sign in')
  const me = useMe()
  const setup = useSetupStatus()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  // Read once: the page that is gone to has no `next` of its own.
  const next = untrack(() => safeNext(search['next']))
  const onward = () => navigate(next, { replace: true })
  createEffect(() => loaded(me) && onward())
  createEffect(() => loaded(setup)?.needed && navigate('/setup', { replace: true }))
  return (
    <DoorFrame title="Sign in">
      <SignInForm onDone={onward} />
    </DoorFrame>
  )
}
