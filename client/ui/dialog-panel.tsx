import { Dialog as Ark } from '@ark-ui/solid/dialog'
import { Show, type JSX } from 'solid-js'
import { Portal } from 'solid-js/web'
import { Button } from './button.tsx'
import type { DialogProps } from './dialog.tsx'
import './overlay.css'

/** The dialog itself, apart so that a page without an open one does not load it. */
export default function DialogPanel(props: DialogProps): JSX.Element {
  return (
    <Ark.Root
      open={props.open}
      onOpenChange={(details) => !details.open && props.onClose()}
      role={props.role ?? 'dialog'}
      closeOnInteractOutside={props.role !== 'alertdialog'}
      lazyMount
      unmountOnExit
    >
      <Portal>
        <Ark.Backdrop class="ui-backdrop" />
        <Ark.Positioner class="ui-dialog-positioner">
          <Ark.Content
            class="ui-dialog"
            data-width={props.width ?? 'normal'}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) props.onConfirm?.()
            }}
          >
            <Ark.Title class="px-5 pt-4 pr-12 text-lead">{props.title}</Ark.Title>
            <div class="flex flex-col gap-4 px-5 pt-1 pb-5">
              <Show when={props.description}>
                <Ark.Description class="text-body text-fg-2">{props.description}</Ark.Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.footer}>
              <div class="ui-dialog-footer">{props.footer}</div>
            </Show>
            {/* Last, so that the first field or the safe answer takes the focus. */}
            <Button
              variant="ghost"
              size="small"
              class="absolute! top-3.5 right-3"
              icon="i-lucide-x"
              label="Close"
              onClick={() => props.onClose()}
            />
          </Ark.Content>
        </Ark.Positioner>
      </Portal>
    </Ark.Root>
  )
}
