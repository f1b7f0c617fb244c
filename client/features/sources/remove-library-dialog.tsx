import type { JSX } from 'solid-js'
import { useRemoveLibrary } from '../../api/libraries.ts'
import type { LibraryView } from '../../api/wire.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'

/** Asks before a library is removed, and says what stays. */
export function RemoveLibraryDialog(props: {
  open: boolean
  library: LibraryView
  onClose: () => void
}): JSX.Element {
  const remove = useRemoveLibrary()
  return (
    <ConfirmRemoval
      open={props.open}
      onClose={props.onClose}
      title={`Remove ${props.library.title}?`}
      verb="Remove library"
      remove={remove}
      what={props.library.libraryId}
    >
      No file is touched. Runs keep their record of it. What Marquee knows of its items between runs is
      forgotten, so adding it again starts from the beginning.
    </ConfirmRemoval>
  )
}
