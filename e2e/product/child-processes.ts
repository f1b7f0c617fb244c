import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A process as `ps` shows it. */
export interface ChildProcessRow {
  pid: number
  command: string
}

/** The children of one process and of nobody else. */
export async function childrenOf(parent: number): Promise<ChildProcessRow[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(ppid) === parent && command ? [{ pid: Number(pid), command }] : []
  })
}
