import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { StartRefused } from '../start-refused.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { binariesIn } from './binaries.ts'
import { firstClosedFolder } from './reachable.ts'

/** Refuses a data folder that the account can't get into, and names the folder that is in its way. */
export async function refuseClosedFolder(dataFolder: string, account: Account): Promise<void> {
  const closed = await firstClosedFolder(dataFolder, account)
  if (!closed) return
  throw new StartRefused(
    `PostgreSQL can't run as root, and ${account.name}, which it runs as, can't get into ${dataFolder}: ` +
      `the folder ${closed.folder} is closed to it (mode ${closed.mode}). Open it (chmod o+x ${closed.folder}), ` +
      'keep the data elsewhere (MARQUEE_DATA=/var/lib/marquee), run Marquee as an ordinary user, ' +
      'or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

/** PostgreSQL's programs where the account can run them: copied into the data folder where ours are closed to it. */
export async function binariesWithinReach(
  binaries: Binaries,
  account: Account,
  dataFolder: string,
): Promise<Binaries> {
  const closed = await firstClosedFolder(path.dirname(binaries.postgres), account)
  if (!closed) return binaries
  const copy = binariesIn(path.join(dataFolder, `postgres-${binaries.version}`), binaries.version)
  const isThere = await stat(copy.postgres).then(
    () => true,
    () => false,
  )
  if (isThere) return copy
  const growing = `${copy.folder}.new`
  await rm(growing, { recursive: true, force: true })
  await mkdir(growing)
  await cp(binaries.folder, growing, { recursive: true, verbatimSymlinks: true })
  await openToAll(growing)
  await rename(growing, copy.folder)
  return copy
}

// An installation under a tight umask is closed file by file, and a copy keeps that.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = path.join(entry.parentPath, entry.name)
    const runs = entry.isDirectory() || ((await stat(file)).mode & 0o100) !== 0
    await chmod(file, runs ? 0o755 : 0o644)
  }
}
