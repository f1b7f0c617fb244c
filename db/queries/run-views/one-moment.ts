import type { Db, Tx } from '../../connect.ts'

/** Reads everything in `read` as it stood at one moment, so that a run's numbers and its libraries' agree. */
export function atOneMoment<Answer>(db: Db, read: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}
