import type { Db, RawClient } from '../db/connect.ts'
import { askProbe, findAnswer } from '../db/queries/probes.ts'
import type { Probe, ProbeAnswer } from '../jobs/contract/probes.ts'
import { PROBE_CHANNEL, zAnswer } from '../jobs/contract/probes.ts'

/** Asks a worker something and waits for its answer; `no_worker` when none answered before the deadline. */
export interface Probes {
  ask(question: Probe, options?: { waitMs?: number }): Promise<ProbeAnswer | { ok: false; noWorker: true }>
  close(): Promise<void>
}

/** Probes over a client that may LISTEN. It is the caller's to end, after `close`. */
export async function createProbes(db: Db, client: RawClient): Promise<Probes> {
  // What waits for an answer, by the question's id; to look again is all they are told.
  const waiting = new Map<number, () => void>()
  const lookAll = () => {
    for (const look of waiting.values()) look()
  }
  const listening = await client.listen(
    PROBE_CHANNEL,
    (said) => {
      const id = /^answer:(\d+)$/.exec(said)?.[1]
      if (id) waiting.get(Number(id))?.()
    },
    // The connection was lost in between, and with it perhaps an answer.
    lookAll,
  )
  return {
    async ask(question, options = {}) {
      const asked = Promise.withResolvers<ProbeAnswer | { ok: false; noWorker: true }>()
      const id = await db.transaction((tx) => askProbe(tx, PROBE_CHANNEL, question))
      const look = () => {
        findAnswer(db, id)
          .then((answer) => (answer === undefined ? undefined : asked.resolve(zAnswer.parse(answer))))
          .catch(asked.reject)
      }
      waiting.set(id, look)
      const giveUp = setTimeout(() => asked.resolve({ ok: false, noWorker: true }), options.waitMs ?? 10_000)
      // It may have been answered before we began to wait.
      look()
      try {
        return await asked.promise
      } finally {
        clearTimeout(giveUp)
        waiting.delete(id)
      }
    },
    close: () => listening.unlisten(),
  }
}
