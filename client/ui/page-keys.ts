import { onCleanup, onMount } from 'solid-js'

/** What each key does on this page; a letter in upper case is the letter with Shift. */
export type PageKeys = { readonly [key: string]: () => void }

/** Single keys for as long as the page is there: silent while somebody types, or a dialog or a menu is open. */
export function createPageKeys(keys: PageKeys): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (!act || isTyping(event.target) || document.querySelector(OVERLAYS)) return
    event.preventDefault()
    act()
  }
  onMount(() => addEventListener('keydown', onKey))
  onCleanup(() => removeEventListener('keydown', onKey))
}

const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]:not([hidden])'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A checkbox or a radio takes no letters.
  return (
    target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
  )
}
