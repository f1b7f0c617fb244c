import { expect, test } from 'vitest'
import { makeLiveConnection, type StreamEars } from './live-connection.ts'
import type { StreamMove } from './stream-state.ts'
import type { LiveFrame, LiveTopic } from './wire.ts'

/** A connection over streams that the test plays; time passes when it says so. */
function played() {
  const streams: { topics: LiveTopic[]; cursor: string | null; ears: StreamEars; isClosed: boolean }[] = []
  const delivered: LiveFrame[] = []
  const moves: StreamMove[] = []
  const waiting: (() => void)[] = []
  let fetches = 0
  const connection = makeLiveConnection({
    open: (input, ears) => {
      const stream = { ...input, ears, isClosed: false }
      streams.push(stream)
      return () => {
        stream.isClosed = true
        // A real stream says that it has ended also when it was closed from here.
        ears.ended()
      }
    },
    deliver: (frame) => delivered.push(frame),
    moved: (move) => moves.push(move),
    unknown: () => (fetches += 1),
    soon: (run) => run(),
    later: (run) => {
      waiting.push(run)
      return () => undefined
    },
  })
  return { connection, streams, delivered, moves, waiting, fetches: () => fetches }
}

const build = (name: string): LiveFrame => ({ topic: 'build', build: name })

test('the stream of a new topic opens before the old one closes, from the same cursor', () => {
  const { connection, streams } = played()
  connection.watch('runs')
  streams[0]?.ears.frame('runs=1', build('a'))
  connection.watch('run:7')
  expect(streams.map((stream) => stream.isClosed)).toEqual([false, false])
  expect(streams[1]).toMatchObject({ topics: ['run:7', 'runs'], cursor: 'runs=1' })
  streams[1]?.ears.opened()
  expect(streams.map((stream) => stream.isClosed)).toEqual([true, false])
})

test('a stream that has been replaced is not listened to any more', () => {
  const { connection, streams, delivered } = played()
  connection.watch('runs')
  streams[0]?.ears.opened()
  connection.watch('run:7')
  streams[1]?.ears.opened()
  streams[0]?.ears.frame('runs=9', build('late'))
  expect(delivered).toEqual([])
})

test('opening a further stream is no loss of the one that is there', () => {
  const { connection, streams, moves } = played()
  connection.watch('runs')
  streams[0]?.ears.opened()
  connection.watch('run:7')
  streams[1]?.ears.lost()
  expect(moves).toEqual(['opened'])
})

test('two watchers of a topic are one subscription, and the last to leave ends it', () => {
  const { connection, streams } = played()
  const first = connection.watch('runs')
  const second = connection.watch('runs')
  first()
  expect(streams.map((stream) => stream.isClosed)).toEqual([false])
  second()
  expect(streams.map((stream) => stream.isClosed)).toEqual([true])
})

test('a stream that ends without a word means: fetch, and open again from the cursor', () => {
  const { connection, streams, moves, waiting, fetches } = played()
  connection.watch('runs')
  streams[0]?.ears.frame('runs=4', build('a'))
  streams[0]?.ears.ended()
  expect(fetches()).toBe(1)
  expect(moves.at(-1)).toBe('lost')
  waiting.forEach((run) => run())
  expect(streams[1]?.cursor).toBe('runs=4')
})

test('after a refusal nothing is tried until somebody signs in; then it goes on from the cursor', () => {
  const { connection, streams, moves } = played()
  connection.watch('runs')
  streams[0]?.ears.frame('runs=4', build('a'))
  streams[0]?.ears.refused()
  connection.watch('run:7')
  expect(streams.length).toBe(1)
  expect(moves.at(-1)).toBe('expired')
  connection.resume()
  expect(streams[1]).toMatchObject({ topics: ['run:7', 'runs'], cursor: 'runs=4' })
})

test('a retry by hand opens the stream anew at once', () => {
  const { connection, streams } = played()
  connection.watch('runs')
  streams[0]?.ears.lost()
  connection.retry()
  expect(streams.map((stream) => stream.isClosed)).toEqual([true, false])
})

test('closing a stream is not taken for its end', () => {
  const { connection, streams, waiting, fetches } = played()
  connection.watch('runs')
  streams[0]?.ears.opened()
  connection.watch('run:7')
  streams[1]?.ears.opened()
  expect(streams[0]?.isClosed).toBe(true)
  expect(waiting).toEqual([])
  expect(fetches()).toBe(0)
})
