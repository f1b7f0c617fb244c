import { expect, test } from 'vitest'
import { folderTitle } from './folder-title.ts'

test.each([
  ['/media/Kids TV', 'Kids TV'],
  ['/media/films/', 'films'],
  ['D:\\Media\\Shows', 'Shows'],
  ['/', ''],
  ['', ''],
])('a library of %s is called “%s” if nobody says', (path, title) => {
  expect(folderTitle(path)).toBe(title)
})
