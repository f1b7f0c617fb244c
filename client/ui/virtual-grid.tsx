import { createMemo, createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import { Checkbox } from './checkbox.tsx'
import { moveTo } from './grid-moves.ts'
import { createRowWindow } from './row-window.ts'
import './table.css'

/** One column of a grid. */
export type GridColumn<Row> = {
  key: string
  head: string
  /** A grid track: `96px`, `minmax(160px, 2fr)`. */
  width: string
  align?: 'end'
  /** Left out below 700 px. */
  hideOnPhone?: boolean
  cell: (row: Row) => JSX.Element
}

/** Which rows are chosen; the owner keeps them, so that a filter or a page change does not lose them. */
export type GridSelection = {
  has: (key: string) => boolean
  /** `range`: from the last toggled row to this one. */
  toggle: (key: string, how: 'one' | 'range') => void
  all: 'none' | 'some' | 'all'
  toggleAll: () => void
  /** A row's checkbox needs a name: "Select The Descent (2005)". */
  labelOf: (key: string) => string
}

/** Props of `VirtualGrid`. */
export type VirtualGridProps<Row> = {
  label: string
  columns: readonly GridColumn<Row>[]
  /** The rows that are loaded. */
  rows: readonly Row[]
  /** How many there are in all, for screen readers. */
  rowCount: number
  keyOf: (row: Row) => string
  density?: 'comfortable' | 'compact'
  selection?: GridSelection
  /** The row that is open beside the grid. */
  currentKey?: string | undefined
  /** Enter or a click. */
  onOpen?: (row: Row) => void
  /** The keyboard has moved to this row. */
  onActive?: (row: Row) => void
  onNearEnd?: () => void
  class?: string
}

// The same question table.css asks; who changes from finger to mouse in between keeps the large rows.
const isTouch = matchMedia('(pointer: coarse)').matches

/** A long table of one-line rows: only what is on screen is drawn. ↑ ↓ J K move, Enter opens, X or Space selects. */
export function VirtualGrid<Row>(props: VirtualGridProps<Row>): JSX.Element {
  const id = createUniqueId()
  const [scroller, setScroller] = createSignal<HTMLElement>()
  const [activeKey, setActiveKey] = createSignal<string>()
  const rowPx = () => (isTouch ? 44 : props.density === 'compact' ? 28 : 36)
  const active = createMemo(() => {
    const key = activeKey() ?? props.currentKey
    return key === undefined ? -1 : props.rows.findIndex((row) => props.keyOf(row) === key)
  })
  const rowWindow = createRowWindow({
    count: () => props.rows.length,
    rowPx,
    scroller,
    keep: active,
    headPx: rowPx(),
    onNearEnd: () => props.onNearEnd?.(),
  })

  const activate = (index: number) => {
    const row = props.rows[index]
    if (row === undefined) return
    setActiveKey(props.keyOf(row))
    rowWindow.scrollTo(index)
    props.onActive?.(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys pressed in a control inside a row belong to that control.
    if (event.target !== scroller() || event.metaKey || event.ctrlKey || event.altKey) return
    const row = props.rows[active()]
    const page = Math.floor((scroller()?.clientHeight ?? 0) / rowPx())
    const next = moveTo(event.key, active(), props.rows.length, page)
    if (next !== undefined) activate(next)
    else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row)
    else if ((event.key === 'x' || event.key === ' ') && row !== undefined)
      props.selection?.toggle(props.keyOf(row), 'one')
    else return
    event.preventDefault()
  }
  const tracks = (columns: readonly GridColumn<Row>[]) =>
    [...(props.selection ? ['var(--check)'] : []), ...columns.map((column) => column.width)].join(' ')

  return (
    <div
      ref={setScroller}
      class={`ui-grid ${props.class ?? ''}`}
      role="grid"
      tabindex={0}
      aria-label={props.label}
      aria-rowcount={props.rowCount + 1}
      aria-colcount={props.columns.length + (props.selection ? 1 : 0)}
      aria-multiselectable={props.selection ? 'true' : undefined}
      aria-activedescendant={active() >= 0 ? `${id}-${active()}` : undefined}
      data-density={props.density ?? 'comfortable'}
      style={{
        '--columns': tracks(props.columns),
        '--columns-phone': tracks(props.columns.filter((column) => !column.hideOnPhone)),
      }}
      onKeyDown={onKeyDown}
    >
      <div class="ui-grid-row ui-grid-head" role="row" aria-rowindex={1}>
        <Show when={props.selection}>
          {(selection) => (
            <span role="columnheader" class="ui-grid-cell">
              <Checkbox
                label="Select all"
                hideLabel
                checked={selection().all === 'all'}
                indeterminate={selection().all === 'some'}
                onChange={() => selection().toggleAll()}
              />
            </span>
          )}
        </Show>
        <For each={props.columns}>
          {(column) => (
            <span
              role="columnheader"
              class="ui-grid-cell"
              data-align={column.align}
              data-phone={column.hideOnPhone ? 'hide' : undefined}
            >
              {column.head}
            </span>
          )}
        </For>
      </div>
      <div class="ui-grid-body" role="rowgroup" style={{ height: `${rowWindow.totalPx()}px` }}>
        <For each={rowWindow.indexes()}>
          {(index) => (
            <Show when={props.rows[index]}>
              {(row) => (
                <GridRow
                  id={`${id}-${index}`}
                  grid={props}
                  row={row()}
                  index={index}
                  isActive={active() === index}
                  top={index * rowPx()}
                  onPress={() => setActiveKey(props.keyOf(row()))}
                />
              )}
            </Show>
          )}
        </For>
      </div>
    </div>
  )
}

function GridRow<Row>(props: {
  id: string
  grid: VirtualGridProps<Row>
  row: Row
  index: number
  isActive: boolean
  top: number
  onPress: () => void
}): JSX.Element {
  const key = () => props.grid.keyOf(props.row)
  let withShift = false
  return (
    <div
      id={props.id}
      class="ui-grid-row"
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.grid.selection ? props.grid.selection.has(key()) : undefined}
      data-active={props.isActive ? '' : undefined}
      data-current={props.grid.currentKey === key() ? '' : undefined}
      data-can-open={props.grid.onOpen ? '' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={(event) => {
        if (event.target.closest('a, button, input, label')) return
        props.onPress()
        if (event.shiftKey && props.grid.selection) props.grid.selection.toggle(key(), 'range')
        else props.grid.onOpen?.(props.row)
      }}
    >
      <Show when={props.grid.selection}>
        {(selection) => (
          <span role="gridcell" class="ui-grid-cell">
            <Checkbox
              label={selection().labelOf(key())}
              hideLabel
              tabindex={-1}
              checked={selection().has(key())}
              onClick={(event) => {
                withShift = event.shiftKey
              }}
              onChange={() => selection().toggle(key(), withShift ? 'range' : 'one')}
            />
          </span>
        )}
      </Show>
      <For each={props.grid.columns}>
        {(column) => (
          <span
            role="gridcell"
            class="ui-grid-cell"
            data-align={column.align}
            data-phone={column.hideOnPhone ? 'hide' : undefined}
          >
            {column.cell(props.row)}
          </span>
        )}
      </For>
    </div>
  )
}
