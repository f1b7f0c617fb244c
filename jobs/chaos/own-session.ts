import { connect, type Db } from '../../db/connect.ts'

/**
 * Does something on a session of its own. A pool whose session ends under a transaction may keep a place that
 * never answers again (porsager/postgres#1208); here sessions are ended on purpose, so nobody shares one.
 */
export async function inOwnSession<Answer>(url: string, work: (db: Db) => Promise<Answer>): Promise<Answer> {
  const { db, close } = connect(url, { applicationName: 'chaos', max: 1 })
  try {
    return await work(db)
  } finally {
    void close().catch(() => undefined)
  }
}
