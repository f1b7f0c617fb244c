import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { createNow } from '../../ui/now.ts'

type ForceStopProps = {
  /** From when on it may be done; null: the run is not stopping. */
  forceAt: string | null
  isBusy: boolean
  disabledReason: string | undefined
  onStop: () => void
}

/** Offered once a run has been stopping for so long that it may not stop by itself. */
export function ForceStop(props: ForceStopProps): JSX.Element {
  return <Show when={props.forceAt}>{(at) => <WhenLate {...props} forceAt={at()} />}</Show>
}

function WhenLate(props: ForceStopProps & { forceAt: string }): JSX.Element {
  const now = createNow(1_000)
  return (
    <Show when={now() >= Date.parse(props.forceAt)}>
      <Button
        icon="i-lucide-octagon-x"
        busy={props.isBusy}
        disabledReason={props.disabledReason}
        tooltip="Gives up what is in hand; nothing that is committed is lost"
        onClick={() => props.onStop()}
      >
        Force stop
      </Button>
    </Show>
  )
}
