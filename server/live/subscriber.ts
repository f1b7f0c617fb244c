import type { LiveTopic } from '../../db/domain/run-view.ts'
import type { Person } from '../trpc.ts'
import { runIdOf } from './cursor.ts'
import type { Mailbox } from './mailbox.ts'
import type { Readers } from './readers.ts'

/** One open stream: who reads it, and the topics it still has. */
export interface Subscriber {
  person: Person
  request: Request | null
  mailbox: Mailbox
  topics(): LiveTopic[]
  /** Begins a topic: what leads from event `after` to now, then every change. Trouble goes to the mailbox. */
  begin(topic: LiveTopic, after: number | null): void
  /** Ends a topic, with word of it. */
  endTopic(topic: LiveTopic): void
  /** Ends everything: nothing of this subscriber is left in any reader. */
  end(): void
}

export function createSubscriber(
  readers: Readers,
  who: { person: Person; request: Request | null; mailbox: Mailbox },
): Subscriber {
  const { person, mailbox } = who
  const leaving = new Map<LiveTopic, () => void>()

  function leave(topic: LiveTopic): void {
    leaving.get(topic)?.()
    leaving.delete(topic)
  }

  return {
    ...who,
    topics: () => [...leaving.keys()],
    begin(topic, after) {
      if (leaving.has(topic)) return
      const runId = runIdOf(topic)
      const joined = runId === null ? joinList() : joinRun(runId)
      joined.catch((error: unknown) => mailbox.fail(error))

      function joinList() {
        const reader = readers.useList()
        leaving.set(topic, () => {
          reader.leave(mailbox)
          readers.releaseList()
        })
        return reader.join(mailbox, person)
      }

      function joinRun(id: number) {
        const reader = readers.useRun(id)
        leaving.set(topic, () => {
          reader.leave(mailbox)
          readers.releaseRun(id)
        })
        return reader.join(mailbox, after)
      }
    },
    endTopic(topic) {
      leave(topic)
      mailbox.putGone(topic)
    },
    end() {
      for (const topic of leaving.keys()) leave(topic)
      mailbox.close()
    },
  }
}
