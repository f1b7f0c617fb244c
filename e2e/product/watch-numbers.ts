import type { Page } from '@playwright/test'

/** What a page showed at a moment: the big number, and how far each bar was by its name. */
export interface Glance {
  /** Milliseconds since the epoch. */
  at: number
  hero: string
  /** Null: a bar without a length, because its total is not known. */
  bars: { [name: string]: number | null }
}

/** Everything a page showed since `watchNumbers`. */
export interface Watched {
  /** When the button that starts a run was pressed. */
  startedAt: number | null
  glances: Glance[]
}

/** Keeps every change of a run's numbers as the page draws them, from inside the page; survives no reload. */
export async function watchNumbers(page: Page): Promise<() => Promise<Watched>> {
  await page.addInitScript(() => {
    const watched: { startedAt: number | null; glances: Glance[] } = { startedAt: null, glances: [] }
    Object.assign(window, { watched })
    const now = () => performance.timeOrigin + performance.now()
    addEventListener(
      'click',
      (event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null
        if (/^Run \w+ ingest/.test(button?.innerText ?? '')) watched.startedAt = now()
      },
      { capture: true },
    )
    let last = ''
    const look = () => {
      const hero = document.querySelector('[data-part=hero]')?.textContent ?? ''
      const bars: { [name: string]: number | null } = {}
      for (const bar of document.querySelectorAll('[role=progressbar]')) {
        const value = bar.getAttribute('aria-valuenow')
        bars[bar.getAttribute('aria-label') ?? ''] = value === null ? null : Number(value)
      }
      const shown = JSON.stringify([hero, bars])
      if (shown === last) return
      last = shown
      watched.glances.push({ at: now(), hero, bars })
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-valuenow'],
    })
  })
  return () => page.evaluate(() => (window as unknown as { watched: Watched }).watched)
}
