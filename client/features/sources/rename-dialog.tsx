import { createEffect, createSignal, createUniqueId, on, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { useChangeSource } from '../../api/sources.ts'
import type { SourceView } from '../../api/wire.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Gives a source another name. */
export function RenameDialog(props: { open: boolean; source: SourceView; onClose: () => void }): JSX.Element {
  const form = createUniqueId()
  const change = useChangeSource()
  const [name, setName] = createSignal(props.source.name)
  const [fault, setFault] = createSignal<string>()
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setName(props.source.name)
        setFault(undefined)
      },
    ),
  )
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (!name().trim()) return setFault('Give it a name.')
    change.mutate(
      { sourceId: props.source.sourceId, name: name().trim() },
      { onSuccess: () => props.onClose(), onError: (error) => setFault(failureOf(error).message) },
    )
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Rename source"
      footer={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" busy={change.isPending}>
            Rename
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} novalidate>
        <TextField label="Name" value={name()} onInput={setName} error={fault()} maxlength={100} />
      </form>
    </Dialog>
  )
}
