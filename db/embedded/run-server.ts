import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { cleanEnvironment } from './initialise-cluster.ts'
import { findPostmaster } from './postmaster.ts'
import { isAlive } from './process-alive.ts'
import { serverSettings } from './server-settings.ts'

const longestLog = 10_000_000

/** How a start ended: with the server's pid once it takes connections, or with what it said before it gave up. */
export type ServerStart = { pid: number } | { said: string }

/** Starts the server of a cluster and waits until it takes connections, however long its recovery needs. */
export async function runServer(options: {
  binaries: Binaries
  account: Account | null
  folder: string
  port: number
  stopping?: AbortSignal | undefined
}): Promise<ServerStart> {
  const { binaries, account, folder, port, stopping } = options
  const logFile = `${folder}.log`
  const from = await makeRoom(logFile)
  const log = await open(logFile, 'a', 0o600)
  const flags = Object.entries(serverSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', folder, '-p', `${port}`, ...flags], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: folder,
    env: cleanEnvironment,
    // A file and not a pipe: the server may outlive us. Detached: a Ctrl-C in the terminal reaches us and not it,
    // so that the batch in flight still has a database to go to.
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  })
  let fault: Error | null = null
  let ended = false
  child.once('error', (error) => (fault = error))
  child.once('exit', () => (ended = true))
  child.unref()
  await log.close()
  while (!ended && !fault) {
    const found = await findPostmaster(folder)
    if (found.state === 'live' && found.pid === child.pid && found.ready) return { pid: found.pid }
    if (stopping?.aborted && child.pid !== undefined) {
      await stopServer(child.pid)
      stopping.throwIfAborted()
    }
    await delay(20)
  }
  const said = (await readFile(logFile)).subarray(from).toString().trim()
  return { said: fault ? String(fault) : said.slice(-2000) }
}

/** Stops a server: sessions are ended, what is committed is on disk. Where that takes too long it recovers next time. */
export async function stopServer(pid: number, patienceMs = 8000): Promise<void> {
  const steps = [
    { signal: 'SIGINT', waitMs: patienceMs },
    { signal: 'SIGQUIT', waitMs: 2000 },
    { signal: 'SIGKILL', waitMs: 2000 },
  ] as const
  for (const { signal, waitMs } of steps) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await endsWithin(pid, waitMs)) return
  }
}

/** Whether a process ends in the given time. */
export async function endsWithin(pid: number, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await delay(20)
  }
  return true
}

async function makeRoom(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size <= longestLog) return size
  await rename(logFile, `${logFile}.1`)
  return 0
}
