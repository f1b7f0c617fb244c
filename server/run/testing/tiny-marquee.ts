import path from 'node:path'
import { freePort } from '../../../db/embedded/free-port.ts'
import type { WorkerState } from '../worker-state.ts'
import type { RunningProgram } from './run-program.ts'
import { runProgram } from './run-program.ts'

/** The launcher with a tiny app and a tiny worker in it, running. */
export type TinyMarquee = RunningProgram & {
  /** Waits until it can be opened, and tells where. */
  ready: () => Promise<string>
  /** What its app was given. */
  ask: () => Promise<{ worker: WorkerState & { pid?: number }; databaseUrl: string }>
}

/** The program that `startTiny` starts, for those who start it another way. */
export const tinyMain = path.join(import.meta.dirname, 'tiny-main.ts')

/** Starts it on a data folder and a free port. */
export async function startTiny(
  role: 'all' | 'web',
  environment: Record<string, string>,
  as: (main: string) => { command: string; args: string[]; cwd?: string } = (main) => ({
    command: process.execPath,
    args: [main, role],
  }),
): Promise<TinyMarquee> {
  const { command, args, cwd } = as(tinyMain)
  const program = runProgram(command, args, {
    ...(cwd !== undefined && { cwd }),
    environment: { LOG_LEVEL: 'info', HOST: '127.0.0.1', PORT: `${await freePort()}`, ...environment },
  })
  const ready = () => program.prints(/Marquee is ready: (http:\S+)/)
  return {
    ...program,
    ready,
    ask: async () => {
      const response = await fetch(await ready())
      return (await response.json()) as Awaited<ReturnType<TinyMarquee['ask']>>
    },
  }
}
