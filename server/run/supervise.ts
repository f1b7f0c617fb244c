import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import type { Environment } from '../../db/environment/read-variables.ts'
import type { WorkerState } from './worker-state.ts'

/** A child that is started again when it ends by itself. */
export type Supervised = {
  state: () => WorkerState
  /** Ends the child and starts it anew at once: its code has changed. */
  restart: () => void
  /** Ends it for good: SIGTERM, and SIGKILL where it takes longer than it may. */
  stop: (patienceMs: number) => Promise<void>
  /** Ends it at once. */
  force: () => void
}

/** How long to wait before a start: the pause doubles up to the longest, and is forgotten after a calm time. */
export type Pace = { firstMs: number; longestMs: number; calmAfterMs: number }

const usualPace: Pace = { firstMs: 500, longestMs: 30_000, calmAfterMs: 60_000 }

/**
 * Starts a program of ours and keeps it alive, with growing pauses while it keeps ending. It has an IPC channel,
 * whose closing tells it that we are gone, and no part in the terminal: Ctrl-C reaches it through us.
 */
export function supervise(options: {
  module: string
  args?: string[]
  cwd: string
  environment: Environment
  log: { warn: (fields: object, message: string) => void }
  pace?: Pace | undefined
}): Supervised {
  const { firstMs, longestMs, calmAfterMs } = options.pace ?? usualPace
  let state: WorkerState = { state: 'stopped' }
  let child: ChildProcess | null = null
  let timer: NodeJS.Timeout | undefined
  let pauseMs = firstMs
  let restarts = 0
  let isStopping = false
  let isRestarting = false

  const start = () => {
    isRestarting = false
    const startedAt = new Date()
    const started = fork(options.module, options.args ?? [], {
      cwd: options.cwd,
      env: options.environment as NodeJS.ProcessEnv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    })
    child = started
    if (started.pid !== undefined) state = { state: 'running', pid: started.pid, startedAt, restarts }
    started.once('error', (error) => ended(startedAt, String(error)))
    started.once('exit', (code, signal) => ended(startedAt, signal ?? `exit code ${code}`))
  }

  const ended = (startedAt: Date, how: string) => {
    if (!child) return
    child = null
    if (isStopping) {
      state = { state: 'stopped' }
      return
    }
    if (isRestarting) return start()
    if (Date.now() - startedAt.getTime() >= calmAfterMs) pauseMs = firstMs
    restarts++
    state = { state: 'waiting', lastExit: how, startsAt: new Date(Date.now() + pauseMs), restarts }
    options.log.warn(
      { how, startsInMs: pauseMs },
      `${options.module} ended by itself and will be started again`,
    )
    timer = setTimeout(start, pauseMs)
    pauseMs = Math.min(pauseMs * 2, longestMs)
  }

  start()
  return {
    state: () => state,
    restart: () => {
      clearTimeout(timer)
      isRestarting = true
      if (child) child.kill('SIGTERM')
      else start()
    },
    stop: async (patienceMs) => {
      isStopping = true
      clearTimeout(timer)
      state = { state: 'stopped' }
      if (!child) return
      const current = child
      const exited = new Promise<void>((resolve) => current.once('exit', () => resolve()))
      current.kill('SIGTERM')
      const impatience = setTimeout(() => current.kill('SIGKILL'), patienceMs)
      await exited
      clearTimeout(impatience)
    },
    force: () => void child?.kill('SIGKILL'),
  }
}
