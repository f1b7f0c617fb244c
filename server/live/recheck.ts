import type { Db } from '../../db/connect.ts'
import { visibleRunIds } from '../../db/queries/run-views/visible-runs.ts'
import type { Person } from '../trpc.ts'
import { runIdOf } from './cursor.ts'
import { NoLongerAllowed } from './hub.ts'
import type { Subscriber } from './subscriber.ts'

/** Whether a person may still read at all: their account stands, they are still signed in. */
export type StillAllowed = (person: Person, request: Request | null) => Promise<boolean>

/** Asks again what each open stream may see: a run that is no longer theirs is gone, a person who left is out. */
export async function recheckSubscribers(
  db: Db,
  subscribers: Iterable<Subscriber>,
  stillAllowed: StillAllowed,
): Promise<void> {
  for (const subscriber of subscribers) {
    if (!(await stillAllowed(subscriber.person, subscriber.request))) {
      subscriber.mailbox.fail(new NoLongerAllowed())
      continue
    }
    const topics = subscriber.topics()
    const visible = await visibleRunIds(
      db,
      subscriber.person,
      topics.flatMap((topic) => runIdOf(topic) ?? []),
    )
    for (const topic of topics) {
      const runId = runIdOf(topic)
      if (runId !== null && !visible.has(runId)) subscriber.endTopic(topic)
    }
  }
}
