import type { JSX } from 'solid-js'

/** A key, drawn as a key. Left out for screen readers: `aria-keyshortcuts` says it better. */
export function Kbd(props: { children: JSX.Element }): JSX.Element {
  return (
    <kbd
      aria-hidden="true"
      class="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded border border-current/25 px-1 font-sans text-kbd opacity-80"
    >
      {props.children}
    </kbd>
  )
}
