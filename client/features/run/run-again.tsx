import { useNavigate } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import type { RunLive } from '../../api/live-store.ts'
import { usePerson } from '../../api/session.ts'
import { newIdempotencyKey, startRun } from '../../api/start-run.ts'
import { formatQuantity } from '../../text/format.ts'
import { lacksRole } from '../../text/role-words.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.ts'

/** Starts a new run over the libraries of an ended one that are still there. */
export function RunAgain(props: { live: RunLive }): JSX.Element {
  const navigate = useNavigate()
  const person = usePerson()
  const [isBusy, setBusy] = createSignal(false)
  const ids = () =>
    props.live.libraries.order
      .map((id) => props.live.libraries.byId[id]?.libraryId ?? null)
      .filter((id) => id !== null)
  const reason = () =>
    lacksRole(person()?.role, 'member') ??
    (ids().length === 0 ? 'Its libraries have been removed' : undefined)

  const again = async () => {
    setBusy(true)
    try {
      navigate(`/runs/${await startRun(ids(), newIdempotencyKey())}`)
    } catch (error) {
      showToast({ title: 'The run was not started.', detail: failureOf(error).message, tone: 'fail' })
    }
    setBusy(false)
  }

  return (
    <Show when={hasEnded(props.live.run.state)}>
      <Button
        icon="i-lucide-rotate-ccw"
        busy={isBusy()}
        disabledReason={reason()}
        tooltip={`Starts a new run on ${formatQuantity(ids().length, 'library', 'libraries')}`}
        onClick={() => void again()}
      >
        Run again
      </Button>
    </Show>
  )
}
