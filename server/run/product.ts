import type { CreateApp } from './app-factory.ts'

/** What starting and stopping is about. It is handed in, so that both can be tried with something small. */
export type Product = {
  createApp: CreateApp
  /** The worker's program, from the project's folder. */
  worker: string
  /** Makes sure that the client is built, and tells its folder. */
  ensureClient: (say: (line: string) => void) => Promise<string>
}
