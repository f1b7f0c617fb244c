import type { Logger } from 'pino'
import type { Db } from '../../db/connect.ts'
import type { ServerEnv } from '../env.ts'
import type { WorkerState } from './worker-state.ts'

/** The web application as the process that runs it sees it. */
export type App = {
  fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  /** Lets go of everything it holds but the database's pool, which it was given. */
  close: () => Promise<void>
  /** How to make the first admin, while there is nobody yet. */
  setupLine: () => Promise<string | null>
}

/** What an application is made of. */
export type AppParts = {
  db: Db
  databaseUrl: string
  env: ServerEnv
  log: Logger
  workerState: () => WorkerState
  clientDir: string
}

/** Makes the application; handed in, so that starting and stopping can be tried without one. */
export type CreateApp = (parts: AppParts) => Promise<App>
