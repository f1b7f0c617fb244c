import { createSignal, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import type { RunLive } from '../../api/live-store.ts'
import { useMoveRun, type RunMove } from '../../api/run-control.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { showToast } from '../../ui/toasts.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { EndedActions } from './ended-actions.tsx'
import { MovingActions } from './moving-actions.tsx'

/** What can be done with a run as it stands. */
export function RunActions(props: { live: RunLive }): JSX.Element {
  const move = useMoveRun()
  const [isAsking, setAsking] = createSignal(false)
  const ask = (what: RunMove) =>
    move.mutate(
      { runId: props.live.run.id, move: what },
      {
        onError: (error) =>
          showToast({ title: refusals[what], detail: failureOf(error).message, tone: 'fail' }),
      },
    )
  return (
    <>
      <Show
        when={hasEnded(props.live.run.state)}
        fallback={
          <MovingActions
            live={props.live}
            underWay={move.isPending ? move.variables.move : undefined}
            onMove={ask}
            onAskCancel={() => setAsking(true)}
          />
        }
      >
        <EndedActions live={props.live} />
      </Show>
      {/* Not among the buttons: a question stays open when the run ends meanwhile, and says so. */}
      <CancelDialog
        open={isAsking()}
        run={props.live.run}
        isBusy={move.isPending}
        onClose={() => setAsking(false)}
        onCancel={() => {
          setAsking(false)
          ask('cancel')
        }}
      />
    </>
  )
}

const refusals = {
  pause: 'The run was not paused.',
  resume: 'The run was not resumed.',
  cancel: 'The run was not cancelled.',
  forceStop: 'The run was not stopped.',
} as const satisfies Record<RunMove, string>
