import { connectRaw } from '../../db/connect.ts'
import { RUN_CHANNEL } from '../../db/queries/ledger.ts'

/**
 * Hears the nudges of all runs on one connection of its own, which comes back by itself. `onHearing` is called
 * each time it has begun to listen: whatever was said before that went unheard, so look at the rows.
 */
export function listenForNudges(
  databaseUrl: string,
  ears: { onNudge: (runId: number) => void; onHearing: () => void; onError: (error: unknown) => void },
): { close: () => Promise<void> } {
  const client = connectRaw(databaseUrl, { max: 1, connection: { application_name: 'marquee live' } })
  let isClosed = false
  const hear = (payload: string) => {
    const runId = Number(payload)
    if (Number.isSafeInteger(runId)) ears.onNudge(runId)
  }
  // A first connection that fails is tried again like one that is lost; the promise only tells of the first.
  client.listen(RUN_CHANNEL, hear, ears.onHearing).catch((error: unknown) => {
    if (!isClosed) ears.onError(error)
  })
  return {
    close: () => {
      isClosed = true
      return client.end({ timeout: 5 })
    },
  }
}
