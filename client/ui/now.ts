import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** The time of day, looked at again every so often for as long as its owner lives; still while the tab is hidden. */
export function createNow(everyMs: number): Accessor<number> {
  const [now, setNow] = createSignal(Date.now())
  const look = () => !document.hidden && setNow(Date.now())
  const timer = setInterval(look, everyMs)
  document.addEventListener('visibilitychange', look)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return now
}
