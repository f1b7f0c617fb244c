import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test('a link that was asked for before signing in is where one arrives', () => {
  expect(safeNext('/runs/7/items?status=failed')).toBe('/runs/7/items?status=failed')
})

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
  '',
  undefined,
])('%s leads to the console', (next) => {
  expect(safeNext(next)).toBe('/')
})
