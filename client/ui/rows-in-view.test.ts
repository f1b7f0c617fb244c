import { describe, expect, test } from 'vitest'
import { moveTo } from './grid-moves.ts'
import { rowsInView, scrollToRow } from './rows-in-view.ts'

const view = { scrollTop: 3600, viewPx: 360, rowPx: 36, count: 5000 }

describe('the rows that are drawn', () => {
  test('those on screen and twelve more on both sides', () => {
    const rows = rowsInView(view)
    expect([rows[0], rows.at(-1)]).toEqual([88, 122])
  })

  test('none where there is no row or no room', () => {
    expect(rowsInView({ ...view, count: 0 })).toEqual([])
    expect(rowsInView({ ...view, viewPx: 0 })).toEqual([])
  })

  test('the row that holds the focus stays, in order, however far it is', () => {
    expect(rowsInView(view, 2)[0]).toBe(2)
    expect(rowsInView(view, 4999).at(-1)).toBe(4999)
    expect(rowsInView(view, 100)).toEqual(rowsInView(view))
    expect(rowsInView(view, 5000)).toEqual(rowsInView(view))
  })

  test('a list that has become short while scrolled far down still has its rows', () => {
    expect(rowsInView({ ...view, scrollTop: 90_000, count: 10 })).toHaveLength(10)
  })
})

describe('scrolling to a row', () => {
  test('a row in sight moves nothing', () => {
    expect(scrollToRow(view, 103)).toBe(view.scrollTop)
  })

  test('a row above comes to the top, a row below to the bottom', () => {
    expect(scrollToRow(view, 10)).toBe(360)
    expect(scrollToRow(view, 200)).toBe(201 * 36 - 360)
  })

  test('what sticks to the top takes its room', () => {
    expect(scrollToRow(view, 109, 36)).toBe(110 * 36 - 324)
  })
})

describe('keys in a list', () => {
  test('move by one, by a page, to both ends, and stop there', () => {
    const at = (key: string) => moveTo(key, 5, 20, 8)
    expect([at('j'), at('ArrowUp'), at('PageDown'), at('PageUp'), at('Home'), at('End')]).toEqual([
      6, 4, 13, 0, 0, 19,
    ])
    expect(moveTo('ArrowDown', 19, 20, 8)).toBe(19)
  })

  test('before any row is active, down and up both go to the first', () => {
    expect([moveTo('j', -1, 20, 8), moveTo('k', -1, 20, 8)]).toEqual([0, 0])
  })

  test('other keys and empty lists move nothing', () => {
    expect(moveTo('a', 5, 20, 8)).toBeUndefined()
    expect(moveTo('j', -1, 0, 8)).toBeUndefined()
  })
})
