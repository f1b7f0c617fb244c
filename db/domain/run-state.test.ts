import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasEnded, RUN_STATES, type RunMove, type RunState, stateAfter, statesThatMay } from './run-state.ts'

const MOVES = [
  'start',
  'pause',
  'paused',
  'resume',
  'cancel',
  'cancelled',
  'finish',
  'fail',
  'reopen',
] as const satisfies RunMove[]
const anyState = fc.constantFrom(...RUN_STATES)
const anyMove = fc.constantFrom(...MOVES)

describe('a run', () => {
  test('is in one of its states after any move, or was not allowed to make it', () => {
    fc.assert(
      fc.property(anyState, anyMove, (state, move) => {
        const next = stateAfter(state, move)
        expect(next === null || RUN_STATES.includes(next)).toBe(true)
      }),
    )
  })

  test('that has ended stays as it ended, unless it is opened again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RUN_STATES.filter(hasEnded)), fc.array(anyMove), (ended, moves) => {
        const others = moves.filter((move) => move !== 'reopen')
        expect(walk(ended, others)).toBe(ended)
        expect(stateAfter(ended, 'reopen')).toBe('running')
      }),
    )
  })

  test('that has not ended is not opened again', () => {
    for (const state of RUN_STATES.filter((one) => !hasEnded(one)))
      expect(stateAfter(state, 'reopen')).toBeNull()
  })

  test('can be brought to an end from wherever it is', () => {
    fc.assert(
      fc.property(fc.array(anyMove), (moves) => {
        expect(hasEnded(walk(walk('queued', moves), ['cancel', 'cancelled']))).toBe(true)
      }),
    )
  })

  test('can be paused and resumed as often as people like', () => {
    fc.assert(
      fc.property(fc.nat(50), (times) => {
        const moves: RunMove[] = Array.from(
          { length: times },
          () => ['pause', 'paused', 'resume'] as const,
        ).flat()
        expect(walk('running', moves)).toBe('running')
      }),
    )
  })

  test('never starts twice, and never pauses once it is being cancelled', () => {
    expect(statesThatMay('start')).toEqual(['queued'])
    expect(stateAfter('cancelling', 'pause')).toBeNull()
    expect(stateAfter('cancelling', 'resume')).toBeNull()
  })

  test('is never in a state that no move leads to', () => {
    const reached = new Set(RUN_STATES.flatMap((state) => MOVES.map((move) => stateAfter(state, move))))
    for (const state of RUN_STATES.filter((one) => one !== 'queued')) expect(reached).toContain(state)
  })
})

test('the states that may make a move are exactly those from which it leads somewhere', () => {
  fc.assert(
    fc.property(anyState, anyMove, (state, move) => {
      expect(statesThatMay(move).includes(state)).toBe(stateAfter(state, move) !== null)
    }),
  )
})

/** Where moves lead; one that is not allowed changes nothing. */
function walk(from: RunState, moves: readonly RunMove[]): RunState {
  return moves.reduce<RunState>((state, move) => stateAfter(state, move) ?? state, from)
}
