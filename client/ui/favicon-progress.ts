import { createEffect, onCleanup } from 'solid-js'

const stepPercent = 5

/** Draws a ring around the tab's icon for as long as its owner lives; `undefined` gives the plain icon back. */
export function createFaviconProgress(percent: () => number | undefined): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (!link) return
  const plain = link.href
  createEffect(() => {
    const now = percent()
    // In steps, so that it neither flickers nor moves all the time.
    link.href = now === undefined ? plain : ring(Math.floor(now / stepPercent) * stepPercent)
  })
  onCleanup(() => {
    link.href = plain
  })
}

function ring(percent: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="6">
<circle cx="16" cy="16" r="12" stroke="#8b90a0" stroke-opacity=".35"/>
<circle cx="16" cy="16" r="12" stroke="#4d83f0" pathLength="100" stroke-dasharray="${percent} 100" transform="rotate(-90 16 16)"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
