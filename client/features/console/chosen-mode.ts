import { createSignal } from 'solid-js'
import { startModes, type StartMode } from './start-modes.ts'

const key = 'marquee:start-mode'

/** The mode that this browser's person chose last; null while they have not chosen any. */
export function createChosenMode() {
  const [mode, setMode] = createSignal(read())
  return [
    mode,
    (chosen: StartMode) => {
      setMode(chosen)
      try {
        localStorage.setItem(key, chosen)
      } catch {
        // Not remembered; nothing depends on it.
      }
    },
  ] as const
}

function read(): StartMode | null {
  try {
    const kept = localStorage.getItem(key)
    return startModes.find((mode) => mode.value === kept)?.value ?? null
  } catch {
    return null
  }
}
