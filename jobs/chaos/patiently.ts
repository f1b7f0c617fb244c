import { setTimeout as rest } from 'node:timers/promises'
import { isTransient, sqlStateOf } from '../pipeline/database-trouble.ts'

const PATIENCE_MS = 40_000

/** Does it again while the database is away or ends our connection; anything else is thrown. */
export async function patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > until || !isAway(error)) throw error
      await rest(50)
    }
  }
}

/** True for a database that is away; a deadlock is not that: nobody should have made one. */
export function isAway(error: unknown): boolean {
  const code = sqlStateOf(error) ?? ''
  return code === 'ECONNRESET' || code === 'EPIPE' || (isTransient(error) && !code.startsWith('40'))
}
