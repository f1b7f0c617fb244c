import { randomBytes } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { isAlive, startTime } from '../../db/embedded/process-alive.ts'
import { StartRefused } from '../../db/start-refused.ts'

const zHolder = z.object({
  pid: z.number(),
  startTime: z.string().nullable(),
  host: z.string(),
  url: z.string(),
})

type Holder = z.infer<typeof zHolder>

const beatMs = 5000

/** A data folder is one Marquee's at a time; `release` lets the next one in. */
export type FolderLock = { release: () => Promise<void> }

/**
 * Takes a data folder for this process. Refuses while another Marquee has it, on this machine or (seen by its
 * heartbeat) in another container or on another machine; what a killed one left behind is cleared away.
 */
export async function lockDataFolder(
  dataFolder: string,
  url: string,
  patienceMs = 2.5 * beatMs,
): Promise<FolderLock> {
  const file = path.join(dataFolder, 'marquee.lock')
  const own = `${file}.${randomBytes(4).toString('hex')}`
  const holder: Holder = { pid: process.pid, startTime: startTime(process.pid), host: hostKey(), url }
  await writeFile(own, JSON.stringify(holder))
  try {
    // A link fails where the name is taken: of two that start at once only one gets it.
    while (!(await linked(own, file))) await clearLeftover(file, patienceMs)
  } finally {
    await rm(own, { force: true })
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), beatMs)
  beat.unref()
  return {
    release: async () => {
      clearInterval(beat)
      await rm(file, { force: true })
    },
  }
}

async function clearLeftover(file: string, patienceMs: number): Promise<void> {
  const text = await readIfThere(file)
  if (text === null) return
  const holder = parseHolder(text)
  if (holder && (await isHeld(file, holder, patienceMs))) {
    const where = holder.host === hostKey() ? `pid ${holder.pid}` : `on ${holder.host.split(' ')[0]}`
    throw new StartRefused(
      `Marquee is already running on this data folder (${where}, ${holder.url}). Open that address, stop that one, ` +
        'or give this one a folder of its own: MARQUEE_DATA=/another/folder',
    )
  }
  // Whoever else clears it at this moment may have taken the folder by now: what we moved must be what we read.
  const aside = `${file}.${randomBytes(4).toString('hex')}`
  await rename(file, aside).catch(() => undefined)
  if ((await readIfThere(aside)) !== text) await linked(aside, file)
  await rm(aside, { force: true })
}

async function isHeld(file: string, holder: Holder, patienceMs: number): Promise<boolean> {
  if (holder.host === hostKey()) return isAlive(holder.pid) && startTime(holder.pid) === holder.startTime
  const before = await lastBeat(file)
  if (Date.now() - before > 4 * beatMs) return false
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    await delay(200)
    if ((await lastBeat(file)) !== before) return true
  }
  return false
}

async function lastBeat(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  )
}

function parseHolder(text: string): Holder | null {
  try {
    return zHolder.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

// A pid means something only where it was given: two containers that share a folder count theirs apart.
function hostKey(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}
