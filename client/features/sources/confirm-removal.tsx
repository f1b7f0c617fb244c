import { Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** A question before something is removed: what happens, what stays, and a button that names it. */
export function ConfirmRemoval<Id>(props: {
  open: boolean
  onClose: () => void
  title: string
  /** What the button says: "Remove library". */
  verb: string
  remove: {
    mutate: (what: Id, options: { onSuccess: () => void }) => void
    isPending: boolean
    isError: boolean
    error: unknown
    reset: () => void
  }
  what: Id
  children: JSX.Element
}): JSX.Element {
  const close = () => {
    props.remove.reset()
    props.onClose()
  }
  const confirm = () => {
    if (!props.remove.isPending) props.remove.mutate(props.what, { onSuccess: close })
  }
  return (
    <Dialog
      open={props.open}
      onClose={close}
      role="alertdialog"
      title={props.title}
      description={props.children}
      onConfirm={confirm}
      footer={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button variant="danger" busy={props.remove.isPending} onClick={confirm}>
            {props.verb}
          </Button>
        </>
      }
    >
      <Show when={props.remove.isError}>
        <p role="alert" class="text-table text-fail">
          {failureOf(props.remove.error).message}
        </p>
      </Show>
    </Dialog>
  )
}
