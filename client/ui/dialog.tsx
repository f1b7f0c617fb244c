import { createEffect, createSignal, lazy, Show, Suspense, type JSX } from 'solid-js'

/** Props of `Dialog`. */
export type DialogProps = {
  open: boolean
  /** Escape, the backdrop and the cross ask to close; the owner decides. */
  onClose: () => void
  /** A question or a noun: "Cancel run #1042?" */
  title: string
  /** What will happen, in sentences. */
  description?: JSX.Element
  children?: JSX.Element
  /** The buttons, the one that does it last. */
  footer?: JSX.Element
  /** What ⌘↵ (Ctrl ↵) does. */
  onConfirm?: () => void
  /** `alertdialog` for what cannot be undone: it takes an answer, not a click beside it. */
  role?: 'dialog' | 'alertdialog'
  width?: 'normal' | 'wide'
}

const DialogPanel = lazy(() => import('./dialog-panel.tsx'))

/** A modal dialog; its code is fetched when the first one opens. Its children live only while it is open. */
export function Dialog(props: DialogProps): JSX.Element {
  const [wasOpened, setWasOpened] = createSignal(false)
  createEffect(() => props.open && setWasOpened(true))
  return (
    <Show when={wasOpened()}>
      <Suspense>
        <DialogPanel {...props} />
      </Suspense>
    </Show>
  )
}
