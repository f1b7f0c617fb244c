import type { Logger } from 'pino'
import type { Environment } from '../../db/environment/read-variables.ts'
import type { ServerSettings } from '../env.ts'
import type { Product } from './product.ts'
import type { StopOrder } from './stop-order.ts'

/** What every way of starting is given. */
export type Launch = {
  settings: ServerSettings
  /** The environment for the programs that are started along. */
  environment: Environment
  product: Product
  log: Logger
  /** Tells the person at the terminal. */
  say: (line: string) => void
  /** Whatever is started adds how it is stopped. */
  order: StopOrder
  /** Aborted by the first signal: a start that is under way goes no further. */
  stopping: AbortSignal
  /** How long stopping may still take, once it has begun. */
  patienceMs: () => number
}
