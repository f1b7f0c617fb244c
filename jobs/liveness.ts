import { hostname } from 'node:os'
import { connectRaw } from '../db/connect.ts'
import { WORKER_LOCK } from '../db/queries/worker.ts'

/** A worker's sign of life: a row, and an advisory lock on a connection of its own. */
export interface Liveness {
  workerId: number
  /** Settles when the connection is lost: the worker is then dead to everybody else and must end itself. */
  lost: Promise<void>
  close(): Promise<void>
}

/** Registers a worker: writes its row and takes its lock, before it may work. */
export async function goLive(databaseUrl: string, version: string): Promise<Liveness> {
  let lose = () => {}
  const lost = new Promise<void>((resolve) => {
    lose = resolve
  })
  let isRegistered = false
  const client = connectRaw(databaseUrl, {
    max: 1,
    // This one connection is the sign of life: it must not be replaced by another behind our back.
    max_lifetime: null,
    idle_timeout: undefined,
    connection: { application_name: 'marquee worker liveness' },
    onclose: () => {
      if (isRegistered) lose()
    },
  })
  try {
    // In one transaction: a row that is seen without its lock would be buried as a dead worker's.
    const row = await client.begin(async (tx) => {
      const [born] = await tx<{ id: number }[]>`
        insert into worker (pid, host, version) values (${process.pid}, ${hostname()}, ${version}) returning id`
      if (born) await tx`select pg_advisory_lock(${WORKER_LOCK}, ${born.id})`
      return born
    })
    if (!row) throw new Error('no worker row')
    isRegistered = true
    return {
      workerId: row.id,
      lost,
      close: async () => {
        isRegistered = false
        await client.end({ timeout: 2 })
      },
    }
  } catch (error) {
    await client.end({ timeout: 2 })
    throw error
  }
}
