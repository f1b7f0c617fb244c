import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { placeOf, readLibraryConfig, refuseMediaKind } from './library-place.ts'

const folder = (path: string, roots: string[] | null = null) =>
  readLibraryConfig('filesystem', { path }, roots).path

test.each([
  ['/media/films', '/media/films'],
  [' /media/films/ ', '/media/films'],
  ['/media//films/../shows/.', '/media/shows'],
  ['/', '/'],
  ['C:\\Films\\', 'C:\\Films'],
])('the folder %j is kept as %j', (given, kept) => {
  expect(folder(given)).toBe(kept)
})

test('a folder must lie in one of the roots, where there are any', () => {
  expect(folder('/media', ['/media'])).toBe('/media')
  expect(folder('/media/films', ['/data', '/media/'])).toBe('/media/films')
  expect(folder('/media/..films', ['/media'])).toBe('/media/..films')
  for (const outside of ['/media2', '/', '/media/../etc', '/mediafilms']) {
    expect(() => folder(outside, ['/data', '/media'])).toThrow(/is outside the folders .*\(\/data, \/media\)/)
  }
})

test.each([{}, { path: '' }, { path: 'films' }, { path: 7 }, { path: '/a', other: 1 }])(
  '%j is refused',
  (config) => {
    expect(() => readLibraryConfig('filesystem', config, null)).toThrow(TRPCError)
  },
)

test('the sample data takes only its own sets', () => {
  expect(placeOf('sample', readLibraryConfig('sample', { set: 'kids-tv' }, null))).toBe('kids-tv')
  expect(() => readLibraryConfig('sample', { set: 'mine' }, null)).toThrow('kids-movies, horror-movies')
})

test('folders hold no bookmarks', () => {
  expect(() => refuseMediaKind('mixed')).not.toThrow()
  expect(() => refuseMediaKind('bookmark')).toThrow('movie, show or mixed')
})
