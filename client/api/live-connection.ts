import type { StreamMove } from './stream-state.ts'
import type { LiveFrame, LiveTopic } from './wire.ts'

/** What a stream tells while it is open. */
export interface StreamEars {
  opened(): void
  frame(cursor: string, frame: LiveFrame): void
  /** Interrupted; the transport tries again by itself. */
  lost(): void
  /** Ended without saying why: nobody tries again unless it is opened anew. */
  ended(): void
  /** The server does not know who we are any more. */
  refused(): void
}

/** Opens one stream of these topics from a cursor on; the answer closes it. */
export type OpenStream = (
  input: { topics: LiveTopic[]; cursor: string | null },
  ears: StreamEars,
) => () => void

/** The world around a connection; fakes are handed in by tests. */
export interface ConnectionWorld {
  open: OpenStream
  deliver: (frame: LiveFrame) => void
  moved: (move: StreamMove) => void
  /** A stream ended and what happened since is unknown: fetch. */
  unknown: () => void
  soon: (run: () => void) => void
  later: (run: () => void, ms: number) => () => void
}

/** How long to wait before an ended stream is opened anew. */
const REOPEN_MS = 2_000

interface Stream {
  topics: string
  isOpen: boolean
  isClosed: boolean
  close: () => void
}

/**
 * One stream for all topics that somebody on the page watches. When the topics change, the new stream opens
 * before the old one closes, from the same cursor, so that nothing is lost and no number stands still.
 */
export function makeLiveConnection(world: ConnectionWorld) {
  const watchers = new Map<LiveTopic, number>()
  let cursor: string | null = null
  let current: Stream | null = null
  let next: Stream | null = null
  let isPlanned = false
  let isStopped = false
  let stopWaiting: (() => void) | undefined

  const wanted = () => [...watchers.keys()].toSorted()

  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    world.soon(() => {
      isPlanned = false
      reconcileStreams()
    })
  }

  function reconcileStreams(): void {
    const topics = wanted()
    if (isStopped || topics.length === 0) return closeAll()
    if ((next ?? current)?.topics === topics.join()) return
    next?.close()
    next = null
    if (current?.topics === topics.join()) return
    next = openStream(topics)
    if (!current) {
      current = next
      next = null
    }
  }

  function openStream(topics: LiveTopic[]): Stream {
    const stream: Stream = { topics: topics.join(), isOpen: false, isClosed: false, close: () => undefined }
    const arrive = () => {
      stream.isOpen = true
      if (stream === next) {
        current?.close()
        current = next
        next = null
      }
      if (stream === current) world.moved('opened')
    }
    const close = world.open(
      { topics, cursor },
      {
        opened: () => {
          if (!stream.isClosed) arrive()
        },
        frame: (at, frame) => {
          if (stream.isClosed) return
          arrive()
          cursor = at
          world.deliver(frame)
        },
        lost: () => {
          if (stream.isClosed) return
          stream.isOpen = false
          if (stream === current && !next?.isOpen) world.moved('lost')
        },
        ended: () => {
          if (stream.isClosed) return
          drop(stream)
          world.moved('lost')
          world.unknown()
          stopWaiting?.()
          stopWaiting = world.later(plan, REOPEN_MS)
        },
        refused: () => {
          if (stream.isClosed) return
          closeAll()
          isStopped = true
          world.moved('expired')
        },
      },
    )
    stream.close = () => {
      // Closing speaks too; what a stream says from now on is of no interest.
      stream.isClosed = true
      close()
    }
    return stream
  }

  function drop(stream: Stream): void {
    stream.close()
    if (stream === next) next = null
    if (stream === current) {
      current = next
      next = null
    }
  }

  function closeAll(): void {
    stopWaiting?.()
    current?.close()
    next?.close()
    current = next = null
  }

  return {
    /** Keeps a topic in the stream until the answer is called. */
    watch(topic: LiveTopic): () => void {
      watchers.set(topic, (watchers.get(topic) ?? 0) + 1)
      plan()
      return () => {
        const left = (watchers.get(topic) ?? 1) - 1
        if (left > 0) watchers.set(topic, left)
        else watchers.delete(topic)
        plan()
      }
    },
    /** Tries at once instead of waiting for the next attempt. */
    retry(): void {
      closeAll()
      plan()
    },
    /** Goes on after a sign-in, from where it was. */
    resume(): void {
      isStopped = false
      world.moved('signed-in')
      closeAll()
      plan()
    },
  }
}

/** The one stream of the page. */
export type LiveConnection = ReturnType<typeof makeLiveConnection>
