import { readFileSync } from 'node:fs'

/** Whether a process runs. One that has ended and only waits to be reaped doesn't. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A container's first process may never reap a server that outlived its launcher.
  return processState(pid) !== 'Z'
}

// Field 2 is the program's name in parentheses, which may hold spaces and parentheses itself.
function processState(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.charAt(text.lastIndexOf(')') + 2)
  } catch {
    return null
  }
}
