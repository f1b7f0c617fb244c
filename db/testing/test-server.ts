import { spawn } from 'node:child_process'
import { chmod, chown, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connectRaw } from '../connect.ts'
import { findAccount } from '../embedded/account.ts'
import { findBinaries } from '../embedded/binaries.ts'
import { freePort } from '../embedded/free-port.ts'
import { cleanEnvironment, initialiseCluster, ownerRole } from '../embedded/initialise-cluster.ts'

const password = 'only-for-tests'

// Waits for its stdin to end, which it does whichever way the test run ends, also by SIGKILL; then the server and
// its folder go, even a folder that initdb is still filling.
const guard = `
trap '' INT TERM HUP
while read -r line; do :; done
read -r pid <"$0/postgres/postmaster.pid" && kill -QUIT "$pid"
until rm -rf "$0" && [ ! -e "$0" ]; do sleep 0.1; done
`

// Nothing here has to survive a power cut.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** A throw-away PostgreSQL in a temporary folder. It ends with the process that started it, whatever happens. */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const [binaries, account, port] = [findBinaries(), await findAccount(), await freePort()]
  const home = await mkdtemp(path.join(tmpdir(), 'marquee-test-'))
  await chmod(home, 0o711)
  if (account) await chown(home, account.uid, account.gid)
  const asAccount = {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: cleanEnvironment,
  }
  const cleaner = spawn('/bin/sh', ['-c', guard, home], {
    ...asAccount,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const cleaned = new Promise<void>((resolve) => cleaner.once('close', () => resolve()))
  const stop = async () => {
    cleaner.stdin.end()
    await cleaned
  }
  try {
    const folder = path.join(home, 'postgres')
    await initialiseCluster({ binaries, account, folder, password, durable: false })
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    spawn(binaries.postgres, ['-D', folder, '-p', `${port}`, ...flags], {
      ...asAccount,
      stdio: 'ignore',
      detached: true,
    }).unref()
    const url = `postgres://${ownerRole}:${password}@127.0.0.1:${port}/postgres`
    await untilReady(url)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilReady(url: string): Promise<void> {
  const client = connectRaw(url, { max: 1, connect_timeout: 2, backoff: () => 0 })
  try {
    const giveUpAt = Date.now() + 20_000
    for (;;) {
      try {
        await client`select 1`
        return
      } catch (error) {
        if (Date.now() > giveUpAt) throw error
        await delay(20)
      }
    }
  } finally {
    await client.end({ timeout: 1 })
  }
}
