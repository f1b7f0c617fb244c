import { spawn } from 'node:child_process'
import { vi } from 'vitest'
import { ownEnvironment } from '../../env.ts'

/** A program that runs: what it has printed, and how it ended. */
export type RunningProgram = {
  pid: number
  output: () => string
  /** Waits for what it prints; answers the first group of the match. */
  prints: (pattern: RegExp) => Promise<string>
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>
  signal: (signal: NodeJS.Signals) => void
  /** As the terminal does it: to the program and all that it started in its group. */
  signalGroup: (signal: NodeJS.Signals) => void
}

/** Starts a program in a process group of its own. */
export function runProgram(
  command: string,
  args: string[],
  options: { cwd?: string; environment?: Record<string, string> } = {},
): RunningProgram {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...ownEnvironment(), NODE_ENV: undefined, VITEST: undefined, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  let hasEnded = false
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      hasEnded = true
      resolve(code ?? signal ?? 'unknown')
    })
  })
  return {
    pid: child.pid ?? 0,
    output: () => output,
    prints: async (pattern) => {
      const match = await vi.waitUntil(
        () => {
          const found = pattern.exec(output)
          if (!found && hasEnded) throw new Error(`it ended without printing ${pattern}: ${output}`)
          return found
        },
        { timeout: 120_000, interval: 20 },
      )
      return match[1] ?? match[0]
    },
    ended,
    signal: (signal) => {
      if (!hasEnded && child.pid !== undefined) process.kill(child.pid, signal)
    },
    signalGroup: (signal) => {
      if (!hasEnded && child.pid !== undefined) process.kill(-child.pid, signal)
    },
  }
}
