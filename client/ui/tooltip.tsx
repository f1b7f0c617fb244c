import { children, createEffect, createSignal, createUniqueId, onCleanup, Show, type JSX } from 'solid-js'
import './tooltip.css'

/** Props of `Tooltip`. */
export type TooltipProps = {
  /** Nothing is shown when it is empty. */
  text: string | undefined
  /** True when the text is the child's own name, so that it is not read twice. */
  isName?: boolean
  /** One element that can take focus (or that holds one that can). */
  children: JSX.Element
}

const openAfterMs = 350
const closeAfterMs = 6000

/** Shows a short text above its child on hover and on keyboard focus alike; Escape or leaving hides it. */
export function Tooltip(props: TooltipProps): JSX.Element {
  const id = `tip-${createUniqueId()}`
  const child = children(() => props.children)
  const [tip, setTip] = createSignal<HTMLElement>()
  const [isOpen, setOpen] = createSignal(false)
  const [anchor, setAnchor] = createSignal<HTMLElement>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const target = () => {
    const found = child()
    return found instanceof HTMLElement ? found : undefined
  }
  const show = (afterMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => setOpen(true), afterMs)
  }
  const hide = () => {
    clearTimeout(timer)
    setOpen(false)
  }
  onCleanup(() => clearTimeout(timer))
  // A tip is gone with its text: what is left of it cannot be opened any more.
  const keepTip = (element: HTMLElement) => {
    setTip(element)
    onCleanup(() => setTip(undefined))
  }

  createEffect(() => {
    const element = target()
    if (!element) return
    if (props.text && !props.isName) element.setAttribute('aria-describedby', id)
    else element.removeAttribute('aria-describedby')
  })

  createEffect(() => {
    const shown = tip()
    const element = target()
    if (!shown || !element) return
    if (!isOpen()) return shown.matches(':popover-open') && shown.hidePopover()
    shown.showPopover()
    place(shown, element)
    // Where neither the pointer nor the focus will leave (a finger's press), time takes it away.
    const closing = setTimeout(() => !element.matches(':hover, :focus-visible') && hide(), closeAfterMs)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    addEventListener('keydown', onKey, true)
    addEventListener('scroll', hide, { capture: true, once: true })
    onCleanup(() => {
      clearTimeout(closing)
      removeEventListener('keydown', onKey, true)
      removeEventListener('scroll', hide, true)
    })
  })

  return (
    <span
      ref={setAnchor}
      class="ui-tooltip-anchor"
      onPointerOver={(event) => event.pointerType !== 'touch' && show(isOpen() ? 0 : openAfterMs)}
      onPointerOut={(event) => !anchor()?.contains(toNode(event.relatedTarget)) && hide()}
      onFocusIn={(event) => event.target.matches(':focus-visible') && show(0)}
      onFocusOut={hide}
      onPointerDown={() => clearTimeout(timer)}
      // Pressing what is unavailable asks why; a finger has no other way to ask.
      onClick={() => target()?.getAttribute('aria-disabled') === 'true' && show(0)}
    >
      {child()}
      <Show when={props.text}>
        <span ref={keepTip} id={id} role="tooltip" popover="manual" class="ui-tooltip">
          {props.text}
        </span>
      </Show>
    </span>
  )
}

const toNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null)

/** Above the element and centred on it, or below where there is no room; never outside the window. */
function place(tip: HTMLElement, element: HTMLElement): void {
  const at = element.getBoundingClientRect()
  const size = tip.getBoundingClientRect()
  const above = at.top - size.height - 6
  const left = at.left + at.width / 2 - size.width / 2
  tip.style.top = `${above >= 8 ? above : at.bottom + 6}px`
  tip.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`
}
