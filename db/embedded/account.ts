import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StartRefused } from '../start-refused.ts'

/** Whom PostgreSQL runs as. */
export type Account = { uid: number; gid: number; name: string }

const run = promisify(execFile)
const accountName = 'postgres'

/**
 * The account that PostgreSQL, which refuses root, runs as: null where we are an ordinary user ourselves,
 * else the owner of an existing cluster, else the system's `postgres`, made where it is missing.
 */
export async function findAccount(clusterOwner?: { uid: number; gid: number }): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const accounts = await readAccounts()
  if (clusterOwner && clusterOwner.uid !== 0) {
    const known = accounts.find((account) => account.uid === clusterOwner.uid)
    return known ?? { ...clusterOwner, name: `user ${clusterOwner.uid}` }
  }
  return accounts.find((account) => account.name === accountName) ?? (await createAccount())
}

async function createAccount(): Promise<Account> {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  try {
    await run('useradd', [...flags, accountName])
  } catch (cause) {
    // Two starts at once may both want to make it.
    const made = (await readAccounts()).find((account) => account.name === accountName)
    if (made) return made
    throw new StartRefused(
      `PostgreSQL can't run as root, and a user for it could not be made. Make one (useradd --system ${accountName}), ` +
        'run Marquee as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
  const made = (await readAccounts()).find((account) => account.name === accountName)
  if (!made) throw new Error(`useradd made no ${accountName}`)
  return made
}

async function readAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}
