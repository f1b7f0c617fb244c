import { expect, test } from 'vitest'
import { navItems } from './nav-items.ts'

const current = (pathname: string) =>
  navItems(pathname)
    .filter((item) => item.isCurrent)
    .map((item) => item.label)

test('exactly one place is current, also deep below it', () => {
  expect(current('/')).toEqual(['Console'])
  expect(current('/runs/1042/items')).toEqual(['Runs'])
  expect(current('/r/1042')).toEqual(['Runs'])
  expect(current('/settings/users')).toEqual(['Settings'])
})

test('an address of no place has no current one', () => {
  expect(current('/runsheet')).toEqual([])
})

test('counts are added by the address of their place', () => {
  const runs = navItems('/', { '/runs': { count: '1 live' } }).find((item) => item.href === '/runs')
  expect(runs?.count).toBe('1 live')
})
