import { createSignal } from 'solid-js'
import { announce } from '../announcements.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Menu } from '../menu.tsx'
import { TextField } from '../text-field.tsx'
import { showToast } from '../toasts.ts'
import { Part } from './part.tsx'

/** What lies above the page. */
export function Overlays() {
  const [open, setOpen] = createSignal<'question' | 'form'>()
  const [name, setName] = createSignal('')
  const close = () => setOpen(undefined)
  return (
    <Part name="Dialogs, menus, toasts">
      <Button onClick={() => setOpen('question')}>Ask</Button>
      <Button onClick={() => setOpen('form')}>Form</Button>
      <Dialog
        open={open() === 'question'}
        onClose={close}
        role="alertdialog"
        title="Cancel run #1042?"
        description="The 25 items in progress finish first. 4,367 committed items stay. 2,632 will not be ingested."
        onConfirm={close}
        footer={
          <>
            <Button onClick={close}>Keep running</Button>
            <Button variant="danger" onClick={close}>
              Cancel run
            </Button>
          </>
        }
      />
      <Dialog
        open={open() === 'form'}
        onClose={close}
        title="Rename run"
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Rename
            </Button>
          </>
        }
      >
        <TextField label="Name" value={name()} onInput={setName} placeholder="Full ingest · 5 libraries" />
      </Dialog>
      <Menu
        icon="i-lucide-ellipsis"
        label="More actions"
        entries={[
          {
            label: 'Copy link',
            icon: 'i-lucide-link',
            keys: 'L',
            onSelect: () => showToast({ title: 'Link copied' }),
          },
          { label: 'Open in a page', icon: 'i-lucide-external-link', href: '/ui-gallery?opened=1' },
          { label: 'Rename', icon: 'i-lucide-pencil', disabledReason: 'Needs the member role.' },
          { kind: 'line' },
          { label: 'Remove', icon: 'i-lucide-trash-2', tone: 'danger', onSelect: () => setOpen('question') },
        ]}
      />
      <Button
        onClick={() =>
          showToast({ title: 'Run #1043 started', action: { label: 'Open', href: '/ui-gallery' } })
        }
      >
        Toast
      </Button>
      <Button
        onClick={() =>
          showToast({ tone: 'fail', title: 'Nothing was retried', detail: 'The filter matches nothing now.' })
        }
      >
        Toast that stays
      </Button>
      <Button onClick={() => announce('50 % done')}>Announce</Button>
    </Part>
  )
}
