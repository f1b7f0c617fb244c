import { createEffect, onCleanup, type Accessor } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'
import type { RunSummary } from '../../api/wire.ts'

/** The colours of the favicon, which stands outside the page's own themes and must show on both. */
const colours = { running: '#4b83ee', ok: '#2f9e65', fail: '#e0484c', idle: '#83868e' }

/** Makes the tab's icon a ring that fills with the run, and a dot in the colour of its end. */
export function createRunFavicon(live: Accessor<RunLive>): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const before = link?.getAttribute('href')
  createEffect(() => {
    const run = live().run
    link?.setAttribute(
      'href',
      faviconOf(run.state, run.outcome, run.percent === null ? null : Math.floor(run.percent)),
    )
  })
  onCleanup(() => before && link?.setAttribute('href', before))
}

function faviconOf(
  state: RunSummary['state'],
  outcome: RunSummary['outcome'],
  percent: number | null,
): string {
  const end =
    state === 'finished'
      ? outcome === 'partial'
        ? colours.fail
        : colours.ok
      : state === 'failed'
        ? colours.fail
        : null
  const colour = state === 'running' ? colours.running : colours.idle
  const shape = end
    ? `<circle cx="16" cy="16" r="13" fill="${end}"/>`
    : `<circle cx="16" cy="16" r="12" fill="none" stroke="${colours.idle}" stroke-opacity=".35" stroke-width="6"/>` +
      `<circle cx="16" cy="16" r="12" fill="none" stroke="${colour}" stroke-width="6" pathLength="100" ` +
      `stroke-dasharray="${percent ?? 8} 100" transform="rotate(-90 16 16)"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shape}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
