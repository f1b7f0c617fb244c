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

/** When a process started, in a unit of the system's own; with the pid it names one process for good. */
export function startTime(pid: number): string | null {
  return statFields(pid)?.[19] ?? null
}

function processState(pid: number): string | null {
  return statFields(pid)?.[0] ?? null
}

// Field 2 is the program's name in parentheses, which may hold spaces and parentheses itself.
function statFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
