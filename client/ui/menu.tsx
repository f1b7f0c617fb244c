import { createSignal, createUniqueId, lazy, Show, splitProps, Suspense, type JSX } from 'solid-js'
import { Button, type ButtonProps } from './button.tsx'

/** One line of a menu: an action, a link, a line between, or words above a group. */
export type MenuEntry =
  | {
      kind?: 'item'
      label: string
      icon?: string
      keys?: string
      tone?: 'danger'
      /** One of a few is in force: this one is, or is not. */
      isChosen?: boolean
      /** A link; then there is nothing to select. */
      href?: string
      onSelect?: () => void
      disabledReason?: string | undefined
    }
  | { kind: 'line' }
  | { kind: 'heading'; label: string }

/** Props of `Menu`. */
export type MenuProps = {
  entries: readonly MenuEntry[]
  /** Which side of the button it opens at. Default `bottom-end`. */
  placement?: 'bottom-end' | 'bottom-start' | 'top-start'
} & Omit<ButtonProps, 'onClick'>

const loadPanel = () => import('./menu-panel.tsx')
const MenuPanel = lazy(loadPanel)

/** A button with a menu behind it; the menu's code is fetched when the pointer or the focus comes near. */
export function Menu(props: MenuProps): JSX.Element {
  const [own, button] = splitProps(props, ['entries', 'placement'])
  const id = `menu-${createUniqueId()}`
  const [isOpen, setOpen] = createSignal(false)
  const [wasOpened, setWasOpened] = createSignal(false)
  const open = () => {
    setWasOpened(true)
    setOpen(true)
  }
  const follow = (isNowOpen: boolean) => {
    setOpen(isNowOpen)
    // A menu that is taken away in the moment it got the focus takes the focus with it.
    if (!isNowOpen) setTimeout(() => document.activeElement === document.body && trigger()?.focus(), 50)
  }
  const trigger = () => document.getElementById(id)
  return (
    <>
      <Button
        {...button}
        id={id}
        aria-haspopup="menu"
        aria-expanded={isOpen()}
        aria-controls={isOpen() ? `${id}-content` : undefined}
        onPointerEnter={() => void loadPanel()}
        onFocus={() => void loadPanel()}
        onClick={() => (isOpen() ? setOpen(false) : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          open()
        }}
      />
      <Show when={wasOpened()}>
        <Suspense>
          <MenuPanel
            triggerId={id}
            open={isOpen()}
            onOpenChange={follow}
            entries={own.entries}
            placement={own.placement ?? 'bottom-end'}
          />
        </Suspense>
      </Show>
    </>
  )
}
