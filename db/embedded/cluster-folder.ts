import { access, readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { StartRefused } from '../start-refused.ts'
import type { ClusterNotes } from './cluster-notes.ts'
import { readNotes } from './cluster-notes.ts'

/** What stands where the cluster belongs. */
export type ClusterFolder =
  | { state: 'absent' }
  /** Something that `initdb`, or a person, left half-done: it was never a database of ours. */
  | { state: 'unfinished'; owner: { uid: number; gid: number } }
  | { state: 'ours'; owner: { uid: number; gid: number }; notes: ClusterNotes }

/** Looks at a cluster's folder; refuses one of another PostgreSQL, a damaged one and one of another user's. */
export async function inspectClusterFolder(folder: string, major: string): Promise<ClusterFolder> {
  const entries = await listIfThere(folder)
  if (!entries || entries.length === 0) return { state: 'absent' }
  const { uid, gid } = await stat(folder)
  refuseForeignOwner(folder, uid)
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  )
  if (version && version !== major) {
    throw new StartRefused(
      `The database in ${folder} was made by PostgreSQL ${version}; this Marquee brings ${major}. ` +
        'Start the Marquee it was made with, or move that folder away to begin with an empty database.',
    )
  }
  const notes = await readNotes(folder)
  if (!notes) return { state: 'unfinished', owner: { uid, gid } }
  for (const part of ['PG_VERSION', 'postgresql.conf', 'global/pg_control']) {
    await access(path.join(folder, part)).catch((cause: unknown) => {
      throw new StartRefused(
        `The database in ${folder} is damaged: ${part} is missing. ` +
          'Put the folder back from a backup, or move it away to begin with an empty database.',
        { cause },
      )
    })
  }
  return { state: 'ours', owner: { uid, gid }, notes }
}

function refuseForeignOwner(folder: string, uid: number): void {
  const own = process.getuid?.()
  if (own === undefined || own === 0 || own === uid) return
  throw new StartRefused(
    `The database in ${folder} belongs to user ${uid}, and Marquee runs as user ${own}. Start it as it was ` +
      `started before (as root, if that was so), or give it to this user: chown -R ${own} ${path.dirname(folder)}`,
  )
}

async function listIfThere(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    // Another user's cluster is closed to us; its owner is told in the refusal.
    if (code === 'EACCES') refuseForeignOwner(folder, (await stat(folder)).uid)
    throw error
  }
}
