import { realpath, rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { connectRaw } from '../connect.ts'
import { StartRefused } from '../start-refused.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { ClusterNotes } from './cluster-notes.ts'
import { writeNotes } from './cluster-notes.ts'
import { freePort } from './free-port.ts'
import { ownerRole } from './initialise-cluster.ts'
import { findPostmaster, pidFileOf } from './postmaster.ts'
import { endsWithin, runServer } from './run-server.ts'

/** A whole cluster of ours and what it takes to run it. */
export type Cluster = {
  binaries: Binaries
  account: Account | null
  folder: string
  notes: ClusterNotes
  /** Ends a start that is under way. */
  stopping?: AbortSignal | undefined
}

/** A cluster's server that takes connections; `adopted` where it ran already. */
export type OpenCluster = { pid: number; port: number; adopted: boolean }

const databaseName = 'marquee'
const attempts = 6

/** The address of a cluster's database. */
export function addressOf(notes: ClusterNotes, port: number, database = databaseName): string {
  return `postgres://${ownerRole}:${notes.password}@127.0.0.1:${port}/${database}`
}

/** Brings a cluster's server up: the one that a killed launcher left running, else a new one. */
export async function openCluster(cluster: Cluster): Promise<OpenCluster> {
  const open = (await adopt(cluster)) ?? (await start(cluster))
  await makeDatabase(cluster, open.port)
  return open
}

async function adopt({ folder, notes, stopping }: Cluster): Promise<OpenCluster | null> {
  for (;;) {
    const found = await findPostmaster(folder)
    if (found.state === 'none') return null
    if (found.state === 'stale') {
      // PostgreSQL believes any pid that is taken, by whatever program, and refuses to start.
      await rm(pidFileOf(folder), { force: true })
      return null
    }
    if (found.ready) {
      await refuseStranger(folder, notes, found.port)
      return { pid: found.pid, port: found.port, adopted: true }
    }
    // It is starting, recovering or stopping; whichever it is, it says so or ends.
    await endsWithin(found.pid, 100)
    stopping?.throwIfAborted()
  }
}

async function refuseStranger(folder: string, notes: ClusterNotes, port: number): Promise<void> {
  const client = connectRaw(addressOf(notes, port, 'postgres'), { max: 1, connect_timeout: 10 })
  try {
    const [row] = await client<{ folder: string }[]>`select current_setting('data_directory') as folder`
    if (row && (await realpath(row.folder)) === (await realpath(folder))) return
    throw new Error(`it serves ${row?.folder}`)
  } catch (cause) {
    throw new StartRefused(
      `A PostgreSQL that already runs on ${folder} (port ${port}) does not let Marquee in. Stop it, then start again.`,
      { cause },
    )
  } finally {
    await client.end({ timeout: 1 })
  }
}

async function start(cluster: Cluster): Promise<OpenCluster> {
  const { folder, notes } = cluster
  let said = ''
  for (let attempt = 0; attempt < attempts; attempt++) {
    // Somebody may take the port between our look and the server's; and what a killed server leaves behind
    // (its children, its shared memory) takes a moment to go.
    if (attempt > 0) await delay(100 * 2 ** attempt)
    const port = await freePort(notes.port)
    const started = await runServer({ ...cluster, port })
    if ('pid' in started) {
      if (port !== notes.port) await writeNotes(folder, { ...notes, port })
      return { pid: started.pid, port, adopted: false }
    }
    said = started.said
  }
  throw new StartRefused(`The embedded PostgreSQL in ${folder} does not start. It says: ${said}`)
}

async function makeDatabase({ notes }: Cluster, port: number): Promise<void> {
  const client = connectRaw(addressOf(notes, port, 'postgres'), { max: 1 })
  try {
    const found = await client`select 1 from pg_database where datname = ${databaseName}`
    if (found.length === 0) await client`create database ${client(databaseName)}`
  } finally {
    await client.end({ timeout: 5 })
  }
}
