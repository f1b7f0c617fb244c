import type { Logger } from 'pino'
import type { Db } from '../../db/connect.ts'
import type { LiveTopic } from '../../db/domain/run-view.ts'
import { personStands } from '../../db/queries/person-stands.ts'
import { visibleRunIds } from '../../db/queries/run-views/visible-runs.ts'
import { formatCursor, parseCursor, runIdOf, type Positions } from './cursor.ts'
import { HubStopping, type CursorFrame, type LiveHub } from './hub.ts'
import { listenForNudges } from './listener.ts'
import { createMailbox } from './mailbox.ts'
import { createPulse } from './pulse.ts'
import { createReaders } from './readers.ts'
import { recheckSubscribers, type StillAllowed } from './recheck.ts'
import { createSubscriber, type Subscriber } from './subscriber.ts'

/** What a hub may be told; everything has a default. */
export interface LiveHubOptions {
  /** Which build of the product this is: the first frame of every stream, so that a page knows when it is old. */
  build?: string
  runEveryMs?: number
  listEveryMs?: number
  newestRuns?: number
  /** How often everything with a subscriber is looked at even if nobody said anything. */
  pollMs?: number
  recheckMs?: number
  /** How many events a slow subscriber may have waiting before it gets a snapshot instead. */
  maxWaitingEvents?: number
  stillAllowed?: StillAllowed
}

/** A hub and what `/metrics` asks of it. */
export interface RunningLiveHub extends LiveHub {
  stats(): { subscribers: number; readers: number }
}

/** The hub of this process: hears nudges on a connection of its own, reads each subject once for all who watch it. */
export function createLiveHub(parts: {
  db: Db
  databaseUrl: string
  log: Logger
  options?: LiveHubOptions
}): RunningLiveHub {
  const { db, log, options = {} } = parts
  const stillAllowed = options.stillAllowed ?? ((person) => personStands(db, person.id))
  const onError = (error: unknown) => log.warn({ err: error }, 'the live feed could not read; it tries again')
  const pace = {
    runEveryMs: options.runEveryMs ?? 100,
    listEveryMs: options.listEveryMs ?? 250,
    newestRuns: options.newestRuns ?? 30,
  }
  const readers = createReaders(db, pace, onError)
  const subscribers = new Set<Subscriber>()
  const listener = listenForNudges(parts.databaseUrl, {
    onNudge: (runId) => readers.nudge(runId),
    onHearing: () => readers.nudgeAll(),
    onError,
  })
  const recheck = createPulse({
    everyMs: 0,
    work: () => recheckSubscribers(db, subscribers, stillAllowed),
    onError,
  })
  let timers: NodeJS.Timeout[] = []
  let isClosed = false

  function enter(subscriber: Subscriber): void {
    if (isClosed) throw new HubStopping()
    subscribers.add(subscriber)
    if (timers.length > 0) return
    timers = [
      setInterval(() => readers.nudgeAll(), options.pollMs ?? 5_000),
      setInterval(() => recheck.nudge(), options.recheckMs ?? 15_000),
    ]
  }

  function leave(subscriber: Subscriber): void {
    subscriber.end()
    subscribers.delete(subscriber)
    if (subscribers.size === 0) stopTimers()
  }

  function stopTimers(): void {
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  async function* subscribe(asked: Parameters<LiveHub['subscribe']>[0]): AsyncGenerator<CursorFrame> {
    const { person, request = null, signal } = asked
    const mailbox = createMailbox({ maxEvents: options.maxWaitingEvents ?? 500 })
    const subscriber = createSubscriber(readers, { person, request, mailbox })
    const onAbort = () => mailbox.close()
    signal.addEventListener('abort', onAbort)
    try {
      if (signal.aborted) return
      enter(subscriber)
      const positions = positionsOf(asked)
      yield { cursor: formatCursor(positions), frame: { topic: 'build', build: options.build ?? 'unknown' } }
      await beginAll(subscriber, asked.topics, positions)
      for (;;) {
        const frame = await mailbox.take()
        if (!frame) return
        if ('seq' in frame) positions.set(frame.topic, frame.seq)
        yield { cursor: formatCursor(positions), frame }
      }
    } finally {
      signal.removeEventListener('abort', onAbort)
      leave(subscriber)
    }
  }

  async function beginAll(subscriber: Subscriber, topics: LiveTopic[], positions: Positions): Promise<void> {
    const ids = topics.flatMap((topic) => runIdOf(topic) ?? [])
    const visible = await visibleRunIds(db, subscriber.person, ids)
    for (const topic of topics) {
      const runId = runIdOf(topic)
      if (runId === null || visible.has(runId)) subscriber.begin(topic, positions.get(topic) ?? null)
      else subscriber.mailbox.putGone(topic)
    }
  }

  return {
    subscribe,
    stats: () => ({ subscribers: subscribers.size, readers: readers.count() }),
    async close() {
      // Open streams are not ended: their sockets are destroyed, so that the clients come back to the next server.
      isClosed = true
      stopTimers()
      await Promise.all([listener.close(), readers.close(), recheck.close()])
    },
  }
}

/** Where the reader says it is, of the topics it asks for. */
function positionsOf(asked: { topics: LiveTopic[]; cursor: string | null }): Positions {
  const positions = parseCursor(asked.cursor)
  return new Map([...positions].filter(([topic]) => asked.topics.includes(topic)))
}
