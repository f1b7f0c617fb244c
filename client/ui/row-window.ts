import { createVirtualizer, defaultRangeExtractor } from '@tanstack/solid-virtual'
import { createEffect } from 'solid-js'

/** The few rows of a long list that are on screen. */
export type RowWindow = {
  /** Which rows to draw and where; the same objects as long as a row stays. */
  rows: readonly { index: number; start: number }[]
  readonly totalPx: number
  scrollTo: (index: number) => void
  scrollToEnd: () => void
}

/** Watches which rows of fixed height are on screen; `keep` is drawn wherever it is, so that it can hold the focus. */
export function createRowWindow(options: {
  count: () => number
  rowPx: () => number
  scroller: () => HTMLElement | undefined
  keep?: () => number
  /** Height of what sticks to the top inside the scroller. */
  headPx?: number
  /** Called when the last rows come near. */
  onNearEnd?: () => void
}): RowWindow {
  const virtualizer = createVirtualizer({
    get count() {
      return options.count()
    },
    getScrollElement: () => options.scroller() ?? null,
    estimateSize: () => options.rowPx(),
    overscan: 12,
    scrollPaddingStart: options.headPx ?? 0,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      const keep = options.keep?.() ?? -1
      return keep < 0 || keep >= range.count || indexes.includes(keep) ? indexes : [...indexes, keep]
    },
  })
  createEffect(() => {
    options.rowPx()
    virtualizer.measure()
  })
  createEffect(() => {
    const lastShown = virtualizer.range?.endIndex ?? virtualizer.getVirtualItems().at(-1)?.index ?? 0
    if (options.count() > 0 && lastShown >= options.count() - 20) options.onNearEnd?.()
  })
  return {
    get rows() {
      return virtualizer.getVirtualItems()
    },
    get totalPx() {
      return virtualizer.getTotalSize()
    },
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    scrollToEnd: () => virtualizer.scrollToIndex(options.count() - 1, { align: 'end' }),
  }
}
