import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { rowsInView, scrollToRow } from './rows-in-view.ts'

/** The few rows of a long list that are drawn. */
export type RowWindow = {
  indexes: () => number[]
  totalPx: () => number
  scrollTo: (index: number) => void
  scrollToEnd: () => void
}

const nearRows = 20

/**
 * Watches which rows are on screen. Rows have one fixed height, so this needs no measuring, and a list of any length
 * costs what its window costs.
 */
export function createRowWindow(options: {
  count: () => number
  rowPx: () => number
  scroller: () => HTMLElement | undefined
  /** Drawn wherever it is. */
  keep?: () => number
  /** Height of what sticks to the top inside the scroller. */
  headPx?: number
  /** The last rows have come near. */
  onNearEnd?: () => void
}): RowWindow {
  const [scrollTop, setScrollTop] = createSignal(0)
  const [viewPx, setViewPx] = createSignal(0)
  createEffect(() => {
    const element = options.scroller()
    if (!element) return
    const onScroll = () => setScrollTop(element.scrollTop)
    const size = new ResizeObserver(() => setViewPx(element.clientHeight))
    element.addEventListener('scroll', onScroll, { passive: true })
    size.observe(element)
    onCleanup(() => {
      element.removeEventListener('scroll', onScroll)
      size.disconnect()
    })
  })

  const view = () => ({
    scrollTop: scrollTop(),
    viewPx: viewPx(),
    rowPx: options.rowPx(),
    count: options.count(),
  })
  const indexes = createMemo(() => rowsInView(view(), options.keep?.()), [], { equals: areEqual })
  createEffect(() => {
    const lastSeen = (scrollTop() + viewPx()) / options.rowPx()
    if (viewPx() > 0 && options.count() > 0 && lastSeen >= options.count() - nearRows) options.onNearEnd?.()
  })
  return {
    indexes,
    totalPx: () => options.count() * options.rowPx(),
    scrollTo: (index) => {
      const element = options.scroller()
      if (element)
        element.scrollTop = scrollToRow({ ...view(), scrollTop: element.scrollTop }, index, options.headPx)
    },
    scrollToEnd: () => {
      const element = options.scroller()
      if (element) element.scrollTop = element.scrollHeight
    },
  }
}

const areEqual = (one: number[], other: number[]) =>
  one.length === other.length && one.every((index, at) => index === other[at])
