import { createEffect, createRoot, createSignal } from 'solid-js'

/** What a person chose; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark'

// public/theme.js reads the same key before the first paint.
const storageKey = 'marquee.theme'

const [theme, setThemeSignal] = createSignal<Theme>(remembered())

/** The theme that is chosen now. */
export { theme }

/** Chooses a theme for this browser and remembers it. */
export function setTheme(chosen: Theme): void {
  setThemeSignal(chosen)
}

/** Keeps `data-theme` on `<html>`, the memory of this browser and its other tabs in step with the choice. */
export function startTheme(): void {
  createRoot(() => {
    createEffect(() => {
      const chosen = theme()
      if (chosen === 'system') document.documentElement.removeAttribute('data-theme')
      else document.documentElement.setAttribute('data-theme', chosen)
      try {
        if (chosen === 'system') localStorage.removeItem(storageKey)
        else localStorage.setItem(storageKey, chosen)
      } catch {
        // A browser that stores nothing still has the theme until it is closed.
      }
    })
  })
  addEventListener('storage', (event) => event.key === storageKey && setThemeSignal(remembered()))
}

function remembered(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}
