import { expect, test } from 'vitest'
import type { RunLibraryView, RunSummary } from '../../api/wire.ts'
import { nextSteps } from './next-step.ts'

const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, retrying: 0 }

function labels(run: Partial<RunSummary>, parts: Partial<RunLibraryView>[] = [{}]): string[] {
  const byId = parts.map((part) => ({ title: 'Films', libraryId: 1, complete: true, ...part }))
  const live = {
    run: { state: 'finished', mode: 'full', dryRun: false, counts, remaining: 0, ...run },
    libraries: { order: byId.map((_, id) => id), byId: { ...byId } },
  } as unknown as Parameters<typeof nextSteps>[0]
  return nextSteps(live).map((step) => step.label)
}

test('a clean run can be run again', () => {
  expect(labels({})).toEqual(['Run again'])
})

test('failures are offered first, with their number', () => {
  expect(labels({ counts: { ...counts, failed: 2_409 } })).toEqual(['Retry 2,409 failed', 'Run again'])
})

test('a cancelled run goes on with what it left, with its number when that is known', () => {
  const cancelled = { state: 'cancelled', remaining: 2_632 } as const
  expect(labels(cancelled)).toEqual(['Run the remaining 2,632', 'Run again'])
  expect(labels(cancelled, [{ complete: false }])).toEqual(['Run the rest', 'Run again'])
})

test('a failed run resumes', () => {
  expect(labels({ state: 'failed' }, [{ complete: false }])).toEqual(['Resume', 'Run again'])
})

test('a library that could not be listed to its end is offered beside the failures', () => {
  const partial = { counts: { ...counts, failed: 3 } }
  expect(labels(partial, [{}, { title: 'Shows', complete: false }])).toEqual([
    'Retry 3 failed',
    'List Shows again',
    'Run again',
  ])
})

test('a dry run is started for real, and one that was cancelled is not', () => {
  expect(labels({ dryRun: true })[0]).toBe('Start this for real')
  expect(labels({ dryRun: true, state: 'cancelled', remaining: 5 })).toEqual([
    'Run the remaining 5',
    'Run again',
  ])
})
