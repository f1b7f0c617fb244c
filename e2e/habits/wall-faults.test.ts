import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, HOUSE } from './house.ts'
import { wallFaults } from './wall-faults.ts'

test.each([
  'server/utils.ts',
  'server/utils/date.ts',
  'client/features/run/helpers.tsx',
  'client/ui/common.css',
  'jobs/misc.test.ts',
  'jobs/download-manager.ts',
  'server/plex-service.ts',
  'db/types.ts',
  'server/routers/types.ts',
])('a file called %s is refused: the name fits anything', (path) => {
  expect(wallFaults(path, 10)).toEqual([expect.stringContaining('does not say what it holds')])
})

test.each([
  'server/types.ts',
  'client/live/service-worker.ts',
  'db/domain/types-of-show.ts',
  'docs/common.md',
])('a file called %s is fine', (path) => {
  expect(wallFaults(path, 10)).toEqual([])
})

test('a sixth source folder is refused', () => {
  expect(wallFaults('shared/dates.ts', 10)).toEqual(['shared/dates.ts: shared/ is no room of this house'])
  expect(wallFaults('vite.config.ts', 10)).toEqual([])
})

test('a style sheet of 251 lines is refused, one of 250 is not', () => {
  expect(wallFaults('client/ui/button.css', 251)).toHaveLength(1)
  expect(wallFaults('client/ui/button.css', 250)).toEqual([])
})

test('every file of the house is in its room, named for what it holds, and short', () => {
  const faults = filesOf(HOUSE).flatMap((path) => wallFaults(path, linesOf(join(HOUSE, path))))
  expect(faults).toEqual([])
})

function linesOf(path: string): number {
  return readFileSync(path, 'utf8').trimEnd().split('\n').length
}
