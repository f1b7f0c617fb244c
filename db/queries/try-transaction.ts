import postgres from 'postgres'
import type { Db, Tx } from '../connect.ts'

/** How often a transaction that keeps losing is tried before its error is passed on. */
const TRIES = 5

/**
 * Runs a transaction, and again when it lost a race: a deadlock, or two runs that took the same library at the
 * same moment (whoever is second waits its turn then). `work` must do nothing but write to the transaction.
 */
export async function tryTransaction<Answer>(db: Db, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (tries === TRIES || !hasLostRace(error)) throw error
    }
  }
}

function hasLostRace(error: unknown): boolean {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if (!(inner instanceof postgres.PostgresError)) continue
    if (inner.code === '40P01' || inner.code === '40001') return true
    return inner.code === '23505' && inner.constraint_name === 'run_library_holder'
  }
  return false
}
