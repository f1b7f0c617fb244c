import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'
import { StartRefused } from '../start-refused.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { ClusterNotes } from './cluster-notes.ts'
import { writeNotes } from './cluster-notes.ts'
import { freePort } from './free-port.ts'
import { initialiseCluster } from './initialise-cluster.ts'

/**
 * Makes a cluster under another name and moves it into place when it is whole: a start that is killed on the way
 * leaves nothing that a later one could take for a database.
 */
export async function makeCluster(
  binaries: Binaries,
  account: Account | null,
  folder: string,
  stopping?: AbortSignal,
): Promise<ClusterNotes> {
  if (!account) refuseNameless()
  const parent = path.dirname(folder)
  const prefix = `${path.basename(folder)}.new-`
  await removeLeftovers(parent, prefix)
  const growing = path.join(parent, `${prefix}${randomBytes(4).toString('hex')}`)
  const notes = { password: randomBytes(24).toString('base64url'), port: await freePort() }
  try {
    await mkdir(growing, { mode: 0o700 })
    await chmod(growing, 0o700)
    if (account) await chown(growing, account.uid, account.gid)
    await initialiseCluster({
      binaries,
      account,
      folder: growing,
      password: notes.password,
      durable: true,
      stopping,
    })
    await writeNotes(growing, notes)
    await rename(growing, folder)
    return notes
  } catch (cause) {
    await rm(growing, { recursive: true, force: true })
    stopping?.throwIfAborted()
    throw new StartRefused(
      `The embedded PostgreSQL could not make its database in ${folder}: ${String(cause)}. Set MARQUEE_DATA to a ` +
        'folder on a local disk with room, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
}

async function removeLeftovers(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    // An initdb whose launcher was killed may still be filling it; then it stays for the next start.
    await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

// A container may run as any number, but initdb wants to know its user's name.
function refuseNameless(): void {
  try {
    userInfo()
  } catch (cause) {
    throw new StartRefused(
      `User ${process.getuid?.()} has no name on this system, and PostgreSQL makes no database for such a one. ` +
        'Run Marquee as a user of /etc/passwd, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
}
