import type { JSX } from 'solid-js'
import { createUniqueId } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { createLibraryForm, LibraryFields } from './library-form.tsx'

/** Adds a library to a source of folders. */
export function AddLibraryDialog(props: {
  open: boolean
  sourceId: number
  onClose: () => void
}): JSX.Element {
  const id = createUniqueId()
  const form = createLibraryForm()
  const close = () => {
    form.reset()
    props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      onClose={close}
      width="wide"
      title="Add library"
      description="A folder whose files are ingested together."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={form.isBusy()}>
            Add library
          </Button>
        </>
      }
    >
      <form
        id={id}
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.save(props.sourceId).then((saved) => saved && close())
        }}
      >
        <LibraryFields form={form} />
      </form>
    </Dialog>
  )
}
