import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { connect, connectRaw, type Db } from '../../db/connect.ts'
import { COUNT_KINDS, type Counts } from '../../db/domain/counts.ts'
import { progressOf } from '../../db/domain/progress.ts'
import { RUN_CHANNEL } from '../../db/queries/ledger.ts'

/** What a viewer sees of all runs, read as the console reads it: nudged, and now and then without a nudge. */
export interface Recorder {
  /** What a viewer should never have seen. */
  faults: string[]
  close(): Promise<void>
}

interface Seen {
  seq: number
  percent: number | null
  found: number
}

type CursorRow = Counts & { runId: number; lastSeq: number; found: number; unlocked: number; staging: number }
const LOOK_MS = 120
const GIVE_UP_MS = 3000

/** Watches until closed; tells of each event once, in order. */
export async function startRecorder(url: string, tell: (type: string) => void): Promise<Recorder> {
  const seen = new Map<number, Seen>()
  const faults: string[] = []
  let isLooking = false
  let pool = connect(url, { applicationName: 'chaos viewer', max: 1 })
  const look = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    const reading = pool.db
      .transaction((tx) => readOn(tx, seen, faults, tell), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      })
      .catch((error: unknown) => {
        if (error instanceof RangeError) faults.push(`a viewer saw the impossible: ${error.message}`)
      })
    // A session that was ended under us may never answer again.
    if ((await Promise.race([reading, rest(GIVE_UP_MS, 'late')])) === 'late') {
      void pool.close().catch(() => undefined)
      pool = connect(url, { applicationName: 'chaos viewer', max: 1 })
    }
    isLooking = false
  }
  const client = connectRaw(url, {
    max: 1,
    max_lifetime: null,
    connection: { application_name: 'chaos viewer' },
  })
  await client.listen(
    RUN_CHANNEL,
    () => void look(),
    () => void look(),
  )
  const timer = setInterval(() => void look(), LOOK_MS)
  return {
    faults,
    close: async () => {
      clearInterval(timer)
      while (isLooking) await rest(5)
      await look()
      await Promise.all([client.end({ timeout: 2 }), pool.close()])
    },
  }
}

async function readOn(
  tx: Parameters<Parameters<Db['transaction']>[0]>[0],
  seen: Map<number, Seen>,
  faults: string[],
  tell: (type: string) => void,
): Promise<void> {
  const columns = sql.raw(COUNT_KINDS.join(', '))
  const cursors = await tx.execute<CursorRow & { [key: string]: unknown }>(sql`
    select run_id as "runId", last_seq as "lastSeq", found, unlocked, staging, ${columns} from run_cursor`)
  for (const cursor of cursors) {
    const last = seen.get(cursor.runId) ?? { seq: 0, percent: null, found: 0 }
    const events = await tx.execute<{ seq: number; type: string }>(sql`
      select seq, type from run_event where run_id = ${cursor.runId} and seq > ${last.seq} order by seq`)
    for (const [at, event] of events.entries()) {
      if (event.seq !== last.seq + at + 1)
        faults.push(`run ${cursor.runId}: event ${event.seq} after ${last.seq + at}`)
    }
    const { percent } = progressOf({ counts: cursor, found: cursor.found, locked: cursor.unlocked === 0 })
    // Only a listing that was taken up again may make more of a run, and then there is no percent meanwhile.
    if (percent !== null && last.percent !== null && percent < last.percent && cursor.found === last.found) {
      faults.push(`run ${cursor.runId}: percent went back from ${last.percent} to ${percent}`)
    }
    seen.set(cursor.runId, {
      seq: events.at(-1)?.seq ?? last.seq,
      percent: percent ?? last.percent,
      found: percent === null ? last.found : cursor.found,
    })
    for (const event of events) tell(event.type)
  }
}
