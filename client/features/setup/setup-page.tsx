import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal, Match, Switch, type JSX } from 'solid-js'
import { loaded } from '../../api/loaded.ts'
import { useSetupStatus } from '../../api/setup.ts'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { FailedQuery } from '../frame/failed-query.tsx'
import { DoorFrame } from '../session/door-frame.tsx'
import { AccountStep } from './account-step.tsx'
import { AddressStep } from './address-step.tsx'
import { FirstSourceStep } from './first-source-step.tsx'

type Step = { name: 'account' } | { name: 'address'; address: string } | { name: 'source' }

/** The first minutes of an installation: an account, the address of links, something to take in. */
export default function SetupPage(): JSX.Element {
  createDocumentTitle(() => 'Set up')
  const status = useSetupStatus()
  const navigate = useNavigate()
  const [step, setStep] = createSignal<Step>({ name: 'account' })
  createEffect(() => {
    if (step().name === 'account' && loaded(status)?.needed === false) navigate('/', { replace: true })
  })
  const address = () => {
    const now = step()
    return now.name === 'address' ? now.address : undefined
  }
  return (
    <Switch>
      <Match when={status.isLoadingError}>
        <main class="mx-auto max-w-160 p-6">
          <FailedQuery what="Setting up could not begin." query={status} />
        </main>
      </Match>
      <Match when={step().name === 'account' && loaded(status)?.needed && loaded(status)}>
        {(found) => (
          <DoorFrame title="Welcome to Marquee" lead="Make the first account. It is the admin’s.">
            <AccountStep
              isTokenNeeded={found().tokenNeeded}
              onDone={(offer) => setStep(offer ? { name: 'address', address: offer } : { name: 'source' })}
            />
          </DoorFrame>
        )}
      </Match>
      <Match when={address()}>
        {(opened) => (
          <DoorFrame title="Address for links" lead="Links to runs and invites start with it.">
            <AddressStep address={opened()} onDone={() => setStep({ name: 'source' })} />
          </DoorFrame>
        )}
      </Match>
      <Match when={step().name === 'source'}>
        <DoorFrame title="What shall be taken in?" lead="You can add more at any time.">
          <FirstSourceStep />
        </DoorFrame>
      </Match>
    </Switch>
  )
}
