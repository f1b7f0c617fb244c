import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identitiesOf, normalTitle } from './identity.ts'
import { anyText } from './testing/any-text.ts'

describe('a title as it is compared', () => {
  test('stays as it is when it is compared again', () => {
    fc.assert(
      fc.property(anyText(), (title) => {
        expect(normalTitle(normalTitle(title))).toBe(normalTitle(title))
      }),
      { numRuns: 2000 },
    )
  })

  test('is something for every title that is something', () => {
    fc.assert(
      fc.property(anyText({ minLength: 1 }), (title) => {
        expect(normalTitle(title)).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  test('is the same in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (title) => {
        expect(normalTitle(title.toUpperCase())).toBe(normalTitle(title))
      }),
    )
  })

  test.each([
    ['The A-Team', 'A Team'],
    ['Amélie', 'amelie'],
    ['Schitt’s Creek', "Schitt's Creek"],
    ['Law & Order', 'Law and Order'],
    ['ℌeat', 'Heat'],
    ['Ocean’s  Eleven!', 'oceans eleven'],
  ])('is the same for “%s” and “%s”', (a, b) => {
    expect(normalTitle(a)).toBe(normalTitle(b))
  })

  test.each([
    ['The', 'A'],
    ['!!!', '???'],
    ['9', '9½'],
    ['Alien', 'Aliens'],
    ['千と千尋の神隠し', '千年女優'],
  ])('is not the same for “%s” and “%s”', (a, b) => {
    expect(normalTitle(a)).not.toBe(normalTitle(b))
  })
})

test('a title is found by its ids before its name, and by no empty id', () => {
  expect(
    identitiesOf({ title: 'The Well', year: 1999, ids: { imdb: 'tt1', tmdb: '', tvdb: undefined } }),
  ).toEqual([
    { namespace: 'imdb', value: 'tt1', year: null },
    { namespace: 'title', value: 'well', year: 1999 },
  ])
})
