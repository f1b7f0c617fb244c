import type { JSX } from 'solid-js'
import { formatCount, formatQuantity } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks once more before many items are marked as missing at once. */
export function MarkDialog(props: {
  open: boolean
  title: string
  count: number
  onClose: () => void
  onMark: () => void
}): JSX.Element {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      role="alertdialog"
      title={`Mark ${formatQuantity(props.count, 'item')} of ${props.title} as missing?`}
      description="Nothing is deleted. An item that a later run finds again is taken back by itself."
      onConfirm={() => props.onMark()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>Not now</Button>
          <Button variant="danger" onClick={() => props.onMark()}>
            Mark {formatCount(props.count)} as missing
          </Button>
        </>
      }
    />
  )
}
