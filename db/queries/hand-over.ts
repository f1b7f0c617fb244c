import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import { releaseHold } from './library-part.ts'
import { kickPart } from './reopen-run.ts'
import { tryTransaction } from './try-transaction.ts'

/**
 * Gives libraries that nobody holds to whoever waits longest for them, and answers how many. Who releases a hold
 * does this itself, but can't see a run that began to wait in the same moment.
 */
export async function handOverHolds(db: Db): Promise<number> {
  const free = await freeLibraries(db)
  let given = 0
  for (const libraryId of free) {
    const next = await tryTransaction(db, async (tx) => {
      // Somebody may have taken it meanwhile.
      if (!(await freeLibraries(tx)).includes(libraryId)) return null
      const runLibraryId = await releaseHold(tx, libraryId)
      if (runLibraryId !== null) await kickPart(tx, runLibraryId)
      return runLibraryId
    })
    if (next !== null) given += 1
  }
  return given
}

async function freeLibraries(db: Db | Tx): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select distinct w.library_id as id from run_library w
    where w.state = 'waiting' and w.library_id is not null
      and not exists (select 1 from run_library h where h.library_id = w.library_id and h.holds) order by 1`)
  return rows.map((row) => row.id)
}
