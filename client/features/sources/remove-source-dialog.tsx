import { Show, type JSX } from 'solid-js'
import { useRemoveSource } from '../../api/sources.ts'
import type { LibraryView, SourceView } from '../../api/wire.ts'
import { formatQuantity } from '../../text/format.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'

/** Asks before a source is removed, and says what goes with it and what stays. */
export function RemoveSourceDialog(props: {
  open: boolean
  source: SourceView
  libraries: readonly LibraryView[]
  onClose: () => void
}): JSX.Element {
  const remove = useRemoveSource()
  return (
    <ConfirmRemoval
      open={props.open}
      onClose={props.onClose}
      title={`Remove ${props.source.name}?`}
      verb="Remove source"
      remove={remove}
      what={props.source.sourceId}
    >
      <Show when={props.libraries.length > 0}>
        {formatQuantity(props.libraries.length, 'library goes', 'libraries go')} with it:{' '}
        {props.libraries.map((library) => library.title).join(', ')}.{' '}
      </Show>
      No file is touched. Runs keep their record of it.
    </ConfirmRemoval>
  )
}
