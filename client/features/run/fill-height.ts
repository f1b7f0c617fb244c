import { onCleanup, onMount } from 'solid-js'

/** The least height that is still worth scrolling in. */
const LEAST_PX = 300

/** Makes an element reach down to the end of the window, so that a list scrolls in it and the page does not. */
export function fillHeight(find: () => HTMLElement): void {
  onMount(() => {
    const element = find()
    const fit = () => {
      // Rendered apart first and put into the page later: there is nothing to measure before that.
      if (!element.isConnected) return
      const top = element.getBoundingClientRect().top + scrollY
      // The phone's tab bar lies over the end of the page, which keeps room for it.
      const shell = element.closest('.shell')
      const below = shell ? Number.parseFloat(getComputedStyle(shell).paddingBottom) || 0 : 0
      element.style.height = `${Math.max(LEAST_PX, innerHeight - top - below)}px`
    }
    const size = new ResizeObserver(() => {
      fit()
      // Whatever is above may grow: a banner, a header that wraps.
      for (let above = element.previousElementSibling; above; above = above.previousElementSibling) {
        size.observe(above)
      }
    })
    size.observe(element)
    addEventListener('resize', fit)
    onCleanup(() => {
      size.disconnect()
      removeEventListener('resize', fit)
    })
  })
}
