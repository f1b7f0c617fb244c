import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js'
import { createRowWindow } from './row-window.ts'

/** Props of `VirtualList`. */
export type VirtualListProps<Row> = {
  label: string
  rows: readonly Row[]
  rowPx: number
  /** Stays at the newest row at the bottom; scrolling up asks to stop. */
  follow?: boolean
  onFollowChange?: (follow: boolean) => void
  /** The row to bring on screen. */
  showIndex?: number | undefined
  onNearStart?: () => void
  onNearEnd?: () => void
  children: (row: Row, index: number) => JSX.Element
  class?: string
}

/** A long list of rows of one height, e.g. a log: only what is on screen is drawn. */
export function VirtualList<Row>(props: VirtualListProps<Row>): JSX.Element {
  const [scroller, setScroller] = createSignal<HTMLElement>()
  const rowWindow = createRowWindow({
    count: () => props.rows.length,
    rowPx: () => props.rowPx,
    scroller,
    onNearEnd: () => props.onNearEnd?.(),
  })
  createEffect(() => {
    if (props.follow && props.rows.length > 0) rowWindow.scrollToEnd()
  })
  createEffect(
    on(
      () => props.showIndex,
      (index) => index !== undefined && index >= 0 && rowWindow.scrollTo(index),
    ),
  )
  const onScroll = () => {
    const element = scroller()
    if (!element) return
    if (element.scrollTop < props.rowPx * 10) props.onNearStart?.()
  }
  const isAtEnd = (element: HTMLElement) =>
    element.scrollHeight - element.scrollTop - element.clientHeight < props.rowPx

  return (
    <div
      ref={setScroller}
      class={`relative overflow-auto ${props.class ?? ''}`}
      role="region"
      aria-label={props.label}
      tabindex={0}
      onScroll={onScroll}
      // Only a person's own scrolling stops the following; rows that arrive also move the bar.
      onWheel={(event) => event.deltaY < 0 && props.follow && props.onFollowChange?.(false)}
      onTouchMove={(event) => props.follow && !isAtEnd(event.currentTarget) && props.onFollowChange?.(false)}
      onKeyDown={(event) => {
        if (['ArrowUp', 'PageUp', 'Home'].includes(event.key) && props.follow) props.onFollowChange?.(false)
        if (event.key === 'End') props.onFollowChange?.(true)
      }}
    >
      <div role="list" class="relative" style={{ height: `${rowWindow.totalPx()}px` }}>
        <For each={rowWindow.indexes()}>
          {(index) => (
            <Show when={props.rows[index]}>
              {(row) => (
                <div
                  role="listitem"
                  aria-setsize={props.rows.length}
                  aria-posinset={index + 1}
                  class="absolute inset-x-0 top-0"
                  style={{ height: `${props.rowPx}px`, transform: `translateY(${index * props.rowPx}px)` }}
                >
                  {props.children(row(), index)}
                </div>
              )}
            </Show>
          )}
        </For>
      </div>
    </div>
  )
}
