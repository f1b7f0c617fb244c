import { rename } from 'node:fs/promises'
import path from 'node:path'
import { findAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { inspectClusterFolder } from './embedded/cluster-folder.ts'
import { makeCluster } from './embedded/make-cluster.ts'
import type { Cluster } from './embedded/open-cluster.ts'
import { addressOf, openCluster } from './embedded/open-cluster.ts'
import { findPostmaster } from './embedded/postmaster.ts'
import { isAlive } from './embedded/process-alive.ts'
import { stopServer } from './embedded/run-server.ts'
import { binariesWithinReach, refuseClosedFolder } from './embedded/within-reach.ts'
import { StartRefused } from './start-refused.ts'

/** Where the embedded server tells what a person may want to know. */
export type EmbeddedLog = Record<'info' | 'warn' | 'error', (message: string) => void>

/** The embedded server while it runs. It is brought back when it dies, until `stop`. */
export type EmbeddedPostgres = {
  url: string
  adopted: boolean
  pid: () => number
  stop: (patienceMs?: number) => Promise<void>
  /** Ends the server without waiting for it; it recovers at the next start. */
  force: () => void
}

const watchMs = 1000

/**
 * Starts the PostgreSQL of a data folder, made there the first time, or takes over the one that a killed launcher
 * left running. Refuses with a `StartRefused` what a person has to decide. One launcher a data folder: the caller
 * holds its lock.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  log: EmbeddedLog,
  stopping?: AbortSignal,
): Promise<EmbeddedPostgres> {
  const cluster = await readyCluster(dataFolder, log, stopping)
  let open = await openCluster(cluster)
  if (open.adopted) log.warn(`took over the PostgreSQL that the last start left running (pid ${open.pid})`)
  const { port, adopted } = open

  let reopening: Promise<void> | null = null
  const watch = setInterval(() => {
    if (reopening || isAlive(open.pid)) return
    log.error('PostgreSQL has ended by itself; starting it again')
    reopening = openCluster({ ...cluster, notes: { ...cluster.notes, port } })
      .then((reopened) => {
        open = reopened
        if (open.port !== port) log.error(`PostgreSQL had to move to port ${open.port}: restart Marquee`)
      })
      .catch((error: unknown) => log.error(`PostgreSQL can't be started again: ${String(error)}`))
      .finally(() => (reopening = null))
  }, watchMs)

  return {
    url: addressOf(cluster.notes, port),
    adopted,
    pid: () => open.pid,
    stop: async (patienceMs) => {
      clearInterval(watch)
      await reopening
      await stopServer(open.pid, patienceMs)
    },
    force: () => {
      if (isAlive(open.pid)) process.kill(open.pid, 'SIGQUIT')
    },
  }
}

async function readyCluster(dataFolder: string, log: EmbeddedLog, stopping?: AbortSignal): Promise<Cluster> {
  const folder = path.join(dataFolder, 'postgres')
  const bundled = findBinaries()
  const found = await inspectClusterFolder(folder, bundled.major)
  const account = await findAccount(found.state === 'absent' ? undefined : found.owner)
  if (account) await refuseClosedFolder(dataFolder, account)
  const binaries = account ? await binariesWithinReach(bundled, account, dataFolder) : bundled
  if (found.state === 'ours') return { binaries, account, folder, notes: found.notes, stopping }
  if (found.state === 'unfinished') await setAside(folder, log)
  log.info(`making the database in ${folder}`)
  const notes = await makeCluster(binaries, account, folder, stopping)
  return { binaries, account, folder, notes, stopping }
}

// It may be somebody's database after all, so it is kept.
async function setAside(folder: string, log: EmbeddedLog): Promise<void> {
  const postmaster = await findPostmaster(folder)
  if (postmaster.state === 'live') {
    throw new StartRefused(
      `A PostgreSQL that Marquee did not make runs in ${folder} (pid ${postmaster.pid}). ` +
        'Stop it and move its folder away, or set MARQUEE_DATA to another folder.',
    )
  }
  const other = `${folder}.unfinished-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  await rename(folder, other)
  log.warn(`${folder} held a database that was never finished; it is kept as ${other}`)
}
