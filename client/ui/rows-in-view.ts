/** The part of a long list of rows of one height that a scrolled window shows, with some spare on both sides. */
export type RowsView = { scrollTop: number; viewPx: number; rowPx: number; count: number }

const spare = 12

/** Which rows to draw, in order; `keep` is among them wherever it is, so that it can hold the focus. */
export function rowsInView(view: RowsView, keep = -1): number[] {
  if (view.count <= 0 || view.viewPx <= 0) return []
  // A list that has just become shorter is still scrolled to where it no longer is.
  const scrollTop = Math.max(0, Math.min(view.scrollTop, view.count * view.rowPx - view.viewPx))
  const first = Math.max(0, Math.floor(scrollTop / view.rowPx) - spare)
  const last = Math.min(view.count - 1, Math.ceil((scrollTop + view.viewPx) / view.rowPx) + spare)
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  if (keep < 0 || keep >= view.count) return indexes
  if (keep < first) return [keep, ...indexes]
  return keep > last ? [...indexes, keep] : indexes
}

/** Where to scroll so that a row is wholly in sight, moving as little as possible; `headPx` sticks to the top. */
export function scrollToRow(view: RowsView, index: number, headPx = 0): number {
  const top = index * view.rowPx
  const room = view.viewPx - headPx
  if (top < view.scrollTop) return top
  const bottom = top + view.rowPx
  return bottom > view.scrollTop + room ? bottom - room : view.scrollTop
}
