import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { StartRefused } from '../../db/start-refused.ts'

const zHolder = z.object({ pid: z.number(), url: z.string() })

const SQLITE_BUSY = 5

/** A data folder is one Marquee's at a time; `release` lets the next one in. */
export type FolderLock = { release: () => Promise<void> }

/**
 * Takes a data folder for this process, and refuses while another Marquee has it. The lock is the kernel's: it goes
 * with the process that holds it, however that ends, and two containers that share a folder see each other's.
 */
export async function lockDataFolder(dataFolder: string, url: string): Promise<FolderLock> {
  const held = await holdFile(path.join(dataFolder, 'marquee.lock'), dataFolder)
  const holder = holderIn(dataFolder)
  await writeFile(holder, JSON.stringify({ pid: process.pid, url }))
  return {
    release: async () => {
      await rm(holder, { force: true })
      held.close()
    },
  }
}

// Node can't lock a file, but the SQLite in it does, by the means that its own databases rest on.
async function holdFile(file: string, dataFolder: string): Promise<DatabaseSync> {
  try {
    const database = new DatabaseSync(file, { timeout: 0 })
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return database
  } catch (cause) {
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) {
      throw new StartRefused(
        `The data folder ${dataFolder} can't be locked (${String(cause)}). Set MARQUEE_DATA to one on a local disk.`,
        { cause },
      )
    }
    throw new StartRefused(
      `Marquee is already running on this data folder${await describeHolder(dataFolder)}. Open that address, ` +
        'stop that one, or give this one a folder of its own: MARQUEE_DATA=/another/folder',
      { cause },
    )
  }
}

const holderIn = (dataFolder: string) => path.join(dataFolder, 'marquee.running')

async function describeHolder(dataFolder: string): Promise<string> {
  try {
    const { pid, url } = zHolder.parse(JSON.parse(await readFile(holderIn(dataFolder), 'utf8')))
    return ` (pid ${pid}, ${url})`
  } catch {
    return ''
  }
}
