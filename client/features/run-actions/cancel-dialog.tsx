import type { JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { cancelWords } from './cancel-words.ts'

/** Asks before a run is cancelled, with the numbers of this moment. */
export function CancelDialog(props: {
  open: boolean
  run: RunSummary
  isBusy: boolean
  onClose: () => void
  onCancel: () => void
}): JSX.Element {
  const tooLate = () => (hasEnded(props.run.state) ? 'It has ended' : undefined)
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      role="alertdialog"
      title={`Cancel run #${props.run.id}?`}
      description={<span class="tabular-nums">{cancelWords(props.run)}</span>}
      onConfirm={() => !tooLate() && !props.isBusy && props.onCancel()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>
            {props.run.state === 'paused' ? 'Keep it' : 'Keep running'}
          </Button>
          <Button
            variant="danger"
            busy={props.isBusy}
            disabledReason={tooLate()}
            onClick={() => props.onCancel()}
          >
            Cancel run
          </Button>
        </>
      }
    />
  )
}
