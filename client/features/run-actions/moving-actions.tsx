import { Show, type JSX } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'
import type { RunMove } from '../../api/run-control.ts'
import { usePerson } from '../../api/session.ts'
import { formatClockSeconds } from '../../text/format.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { createPageKeys } from '../../ui/page-keys.ts'
import { ForceStop } from './force-stop.tsx'
import { mainMove, stoppingWords } from './main-move.ts'

/** Pause, resume and cancel. The first button stays the same one through all states, so that focus stays on it. */
export function MovingActions(props: {
  live: RunLive
  /** The move that was asked for and not answered yet. */
  underWay: RunMove | undefined
  onMove: (move: RunMove) => void
  onAskCancel: () => void
}): JSX.Element {
  const person = usePerson()
  const run = () => props.live.run
  const noRole = () => lacksRole(person()?.role, 'member')
  const main = () => mainMove(run().state)
  const mayCancel = () => run().state !== 'cancelling'
  const stopsLate = () =>
    run().forceAt === null
      ? undefined
      : `It stops once these are committed. If it has not by ${formatClockSeconds(run().forceAt ?? '')}, it can be stopped by force.`

  const askMain = () => {
    const next = main()
    if (next && !noRole() && !props.underWay) props.onMove(next.move)
  }
  createPageKeys({ p: askMain, X: () => mayCancel() && !noRole() && props.onAskCancel() })

  return (
    <>
      <Button
        variant={run().state === 'paused' ? 'primary' : 'secondary'}
        icon={main()?.icon ?? 'i-lucide-hourglass'}
        busy={props.underWay !== undefined && props.underWay === main()?.move}
        disabledReason={main() ? noRole() : stopsLate()}
        tooltip={main()?.tooltip}
        aria-keyshortcuts={main() ? 'P' : undefined}
        onClick={askMain}
      >
        {main()?.label ?? stoppingWords(props.live)}
      </Button>
      <ForceStop
        forceAt={run().forceAt}
        isBusy={props.underWay === 'forceStop'}
        disabledReason={noRole()}
        onStop={() => props.onMove('forceStop')}
      />
      <Show when={mayCancel()}>
        <Button
          disabledReason={noRole()}
          tooltip="Asks first (⇧X)"
          aria-keyshortcuts="Shift+X"
          onClick={() => props.onAskCancel()}
        >
          Cancel…
        </Button>
      </Show>
    </>
  )
}
