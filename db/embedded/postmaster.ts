import { execFile } from 'node:child_process'
import { readFile, readlink, realpath } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { isAlive } from './process-alive.ts'

/** What a cluster's pid file says, and whether that server really runs. */
export type Postmaster =
  | { state: 'none' }
  /** The file is a leftover: nobody has that pid, or another program has it by now. */
  | { state: 'stale'; pid: number }
  | { state: 'live'; pid: number; port: number; ready: boolean }

/** Where a cluster's pid file is. */
export const pidFileOf = (folder: string): string => path.join(folder, 'postmaster.pid')

/** Reads a cluster's pid file and looks at the process it names. */
export async function findPostmaster(folder: string): Promise<Postmaster> {
  const text = await readFile(pidFileOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return { state: 'none' }
  const lines = text.split('\n').map((line) => line.trim())
  // A standalone backend writes its pid negated.
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return { state: 'stale', pid: 0 }
  if (!isAlive(pid) || !(await worksIn(pid, folder))) return { state: 'stale', pid }
  return { state: 'live', pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' }
}

// A server's working directory is its cluster, which tells it from a program that got its pid later.
async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(folder))
    } catch {
      // Another user's process: the cluster is ours, so that is no server of it.
      return false
    }
  }
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', `${pid}`])
    return stdout.includes('postgres') && stdout.includes(folder)
  } catch {
    return false
  }
}
