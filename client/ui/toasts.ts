import { createSignal } from 'solid-js'

/** One message that comes and goes. */
export type Toast = {
  id: number
  /** What happened, in a few words: "Run #1043 started". */
  title: string
  detail?: string | undefined
  tone?: 'neutral' | 'ok' | 'fail' | undefined
  /** One thing to do about it. */
  action?: { label: string; href?: string; onClick?: () => void } | undefined
  /** How long it stays; a failed one stays until it is closed. */
  stayMs?: number | undefined
}

const [toasts, setToasts] = createSignal<readonly Toast[]>([])
const mostAtOnce = 4
let lastId = 0

/** The messages on screen now, oldest first. */
export { toasts }

/** Shows a message in the corner and returns its id. For what the person just did; news belongs on the page. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = ++lastId
  setToasts((all) => [...all, { ...toast, id }].slice(-mostAtOnce))
  return id
}

/** Takes a message away. */
export function closeToast(id: number): void {
  setToasts((all) => all.filter((toast) => toast.id !== id))
}
