import { useNavigate } from '@solidjs/router'
import { createSignal, Index, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import type { RunLive } from '../../api/live-store.ts'
import { useRetryRun } from '../../api/run-control.ts'
import { usePerson } from '../../api/session.ts'
import { newIdempotencyKey, startRun } from '../../api/start-run.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { nextSteps, type NextStep } from './next-step.ts'
import { RetryDialog } from './retry-dialog.tsx'

/** What an ended run may be followed by: more of the same run, or a new one. */
export function EndedActions(props: { live: RunLive }): JSX.Element {
  const navigate = useNavigate()
  const person = usePerson()
  const retry = useRetryRun()
  const [isAsking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal<NextStep['kind']>()
  const run = () => props.live.run
  const libraryIds = () =>
    props.live.libraries.order.flatMap((id) => props.live.libraries.byId[id]?.libraryId ?? [])
  const reason = () =>
    lacksRole(person()?.role, 'member') ??
    (libraryIds().length === 0 ? 'Its libraries have been removed' : undefined)

  const startAnew = (isForReal: boolean) => {
    const { mode, dryRun, options } = run()
    const { kinds, force } = options
    const plan = isForReal ? { planOf: run().id } : { dryRun }
    return startRun({ libraryIds: libraryIds(), mode, kinds, force, ...plan }, newIdempotencyKey())
  }
  const acts: { [kind in NextStep['kind']]: () => Promise<unknown> } = {
    'for-real': async () => navigate(`/runs/${await startAnew(true)}`),
    again: async () => navigate(`/runs/${await startAnew(false)}`),
    remaining: () => retry.mutateAsync({ runId: run().id, remaining: true }),
    retry: async () => setAsking(true),
  }
  const take = async (kind: NextStep['kind']) => {
    if (busy()) return
    setBusy(kind)
    try {
      await acts[kind]()
    } catch (error) {
      showToast({ title: 'Nothing was started.', detail: failureOf(error).message, tone: 'fail' })
    }
    setBusy(undefined)
  }

  return (
    <>
      <Index each={nextSteps(props.live)}>
        {(step, index) => (
          <Button
            variant={index === 0 ? 'primary' : 'secondary'}
            icon={icons[step().kind]}
            busy={busy() === step().kind}
            disabledReason={reason()}
            tooltip={step().hint}
            onClick={() => void take(step().kind)}
          >
            {step().label}
          </Button>
        )}
      </Index>
      <RetryDialog
        open={isAsking()}
        runId={run().id}
        nextAttempt={run().attempt + 1}
        filter={FAILED}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

const FAILED = { status: ['failed' as const] }

const icons = {
  'for-real': 'i-lucide-play',
  retry: 'i-lucide-rotate-ccw',
  remaining: 'i-lucide-play',
  again: 'i-lucide-repeat',
} as const satisfies Record<NextStep['kind'], string>
