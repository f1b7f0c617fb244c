import { describe, expect, test } from 'vitest'
import { streamAfter, streamView, type StreamMove, type StreamState } from './stream-state.ts'

const live: StreamState = { name: 'live' }
const lostAt = (sinceMs: number): StreamState => ({ name: 'lost', sinceMs })

describe('the live connection', () => {
  test('a lost one says for how many whole seconds it has been gone', () => {
    expect(streamView(streamAfter(live, 'lost', 1_000), 9_400)).toEqual({ kind: 'reconnecting', seconds: 8 })
  })

  test('after a minute it is offline since the moment it was lost', () => {
    expect(streamView(lostAt(1_000), 60_999)).toEqual({ kind: 'reconnecting', seconds: 59 })
    expect(streamView(lostAt(1_000), 61_000)).toEqual({ kind: 'offline', sinceMs: 1_000 })
  })

  test('a second failure does not start the clock anew', () => {
    expect(streamAfter(streamAfter(live, 'lost', 1_000), 'lost', 30_000)).toEqual(lostAt(1_000))
  })

  test('it is live again with the first sign of life', () => {
    expect(streamAfter(lostAt(1_000), 'opened', 2_000)).toEqual(live)
  })

  test('an expired session is ended by a sign-in and by nothing else', () => {
    const expired = streamAfter(lostAt(1_000), 'expired', 2_000)
    const moves: StreamMove[] = ['opened', 'lost', 'expired']
    for (const move of moves) expect(streamAfter(expired, move, 3_000)).toEqual(expired)
    expect(streamAfter(expired, 'signed-in', 4_000)).toEqual(lostAt(4_000))
  })

  test('a clock that was set back shows no negative time', () => {
    expect(streamView(lostAt(10_000), 4_000)).toEqual({ kind: 'reconnecting', seconds: 0 })
  })
})
