import { Show, splitProps, type JSX } from 'solid-js'
import './button.css'
import { Kbd } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

/** How a button looks, whatever it does. */
export type ButtonLook = {
  /** One primary a page; danger only for what cannot be undone. Default `secondary`. */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined
  size?: 'normal' | 'small' | undefined
  /** An icon class, e.g. `i-lucide-pause`. */
  icon?: string | undefined
  /** Only the icon is drawn; the label is then the name and the tooltip. */
  label?: string | undefined
  /** What else there is to say on hover and focus. */
  tooltip?: string | undefined
  /** The key that does the same, shown at the end. */
  keys?: string | undefined
}

/** Props of `Button`. */
export type ButtonProps = ButtonLook & {
  /** The action is under way: the icon turns, clicks are ignored, focus stays. */
  busy?: boolean | undefined
  /** Why this cannot be used now, as a sentence. The button stays focusable and says so on hover and focus. */
  disabledReason?: string | undefined
  onClick?: ((event: MouseEvent & { currentTarget: HTMLButtonElement }) => void) | undefined
} & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled'>

const look = ['variant', 'size', 'icon', 'label', 'tooltip', 'keys', 'class', 'children'] as const

/** A button that says what it will do; never dead, only unavailable for a reason that it tells. */
export function Button(props: ButtonProps): JSX.Element {
  const [own, state, rest] = splitProps(props, look, ['busy', 'disabledReason', 'onClick'])
  return (
    <Tooltip
      text={state.disabledReason ?? own.tooltip ?? own.label}
      isName={!state.disabledReason && !own.tooltip}
    >
      <button
        type="button"
        {...rest}
        class={`ui-button ${own.class ?? ''}`}
        data-variant={own.variant ?? 'secondary'}
        data-size={own.size ?? 'normal'}
        data-icon-only={own.label ? '' : undefined}
        aria-label={own.label}
        aria-busy={state.busy ? 'true' : undefined}
        aria-disabled={state.disabledReason ? 'true' : undefined}
        onClick={(event) => {
          // preventDefault too: an unavailable submit button must not submit its form.
          if (state.busy || state.disabledReason) return event.preventDefault()
          state.onClick?.(event)
        }}
      >
        <Show when={state.busy ? 'i-lucide-loader-circle ui-spin' : own.icon}>
          {(icon) => <span class={icon()} />}
        </Show>
        {own.children}
        <Show when={own.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
      </button>
    </Tooltip>
  )
}

/** Props of `LinkButton`. */
export type LinkButtonProps = ButtonLook & { href: string } & JSX.AnchorHTMLAttributes<HTMLAnchorElement>

/** A link that looks like a button, for what leads somewhere instead of doing something. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, look)
  return (
    <Tooltip text={own.tooltip ?? own.label} isName={!own.tooltip}>
      <a
        {...rest}
        class={`ui-button ${own.class ?? ''}`}
        data-variant={own.variant ?? 'secondary'}
        data-size={own.size ?? 'normal'}
        data-icon-only={own.label ? '' : undefined}
        aria-label={own.label}
      >
        <Show when={own.icon}>{(icon) => <span class={icon()} />}</Show>
        {own.children}
        <Show when={own.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
      </a>
    </Tooltip>
  )
}
