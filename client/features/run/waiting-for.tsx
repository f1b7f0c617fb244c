import { Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { live } from '../../api/live.ts'
import { useMoveRun } from '../../api/run-control.ts'
import { usePerson } from '../../api/session.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.ts'

/** Which run has the library that this part waits for; one that is paused can be resumed from here. */
export function WaitingFor(props: { runId: number }): JSX.Element {
  const person = usePerson()
  const move = useMoveRun()
  const isPaused = () => live.runs?.byId[props.runId]?.state === 'paused'
  const resume = () =>
    move.mutate(
      { runId: props.runId, move: 'resume' },
      {
        onError: (error) =>
          showToast({
            title: `#${props.runId} was not resumed.`,
            detail: failureOf(error).message,
            tone: 'fail',
          }),
      },
    )
  return (
    <>
      Waiting for <a href={`/runs/${props.runId}`}>#{props.runId}</a>
      <Show when={isPaused()} fallback=", which is working on this library">
        , which is paused
        <Button
          size="small"
          class="my-1 flex!"
          icon="i-lucide-play"
          busy={move.isPending}
          disabledReason={lacksRole(person()?.role, 'member')}
          onClick={resume}
        >
          Resume #{props.runId}
        </Button>
      </Show>
    </>
  )
}
