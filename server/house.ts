import type { SecretBox } from '../db/secret-box.ts'
import type { Door } from './auth/door.ts'
import type { ServerEnv } from './env.ts'
import type { WorkerState } from './run/worker-state.ts'

/** What this web process is made of; the same for every request. */
export interface House {
  /** Which build of the client is served: a page that has another one is old. */
  build: string
  env: Pick<ServerEnv, 'dataFolder' | 'publicOrigins' | 'roots'>
  door: Door
  /** Lets whoever can read the log make the first admin. */
  setupToken: string
  secrets: SecretBox
  workerState: () => WorkerState
}
