import { expect, test } from 'vitest'
import { standstill } from './standstill.ts'

const stateAt = '2026-11-21T14:00:00Z'

test('a run at work or over has no standstill to explain', () => {
  for (const state of ['running', 'finished', 'failed', 'cancelled'] as const)
    expect(standstill({ state, stateAt }, [])).toBeNull()
})

test('a queued run waits for a worker, or for the run that has its libraries', () => {
  const waiting = { state: 'waiting', waitingFor: 7 } as const
  expect(standstill({ state: 'queued', stateAt }, [waiting, waiting])).toBe('Waiting for #7')
  expect(standstill({ state: 'queued', stateAt }, [waiting, { state: 'listing', waitingFor: null }])).toBe(
    'Waiting for a worker',
  )
})
