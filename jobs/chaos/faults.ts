import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { WORKER_LOCK } from '../../db/queries/worker.ts'
import type { Chance } from '../sources/sample/chance.ts'
import type { Arena } from './arena.ts'
import type { Crew } from './crew.ts'
import type { Fault } from './deeds.ts'

/** A session that a trap holds. */
export interface Caught {
  pid: number
  name: string
}

/** Does a fault to a worker picked by chance, or to the very session that was caught. */
export async function doFault(
  on: { db: Db; arena: Arena; crew: Crew; chance: Chance },
  fault: Fault,
  caught: Caught | null,
): Promise<void> {
  const { db, arena, crew, chance } = on
  const names = crew.names()
  const own = caught && names.includes(caught.name) ? caught.name : null
  const name = own ?? chance.pick(['', ...names].slice(names.length > 0 ? 1 : 0) as [string, ...string[]])
  switch (fault) {
    case 'kill':
      // A caught session of a person's stands for a web process that is killed: its transaction ends the same way.
      return caught && !own ? cut(db, sql`pid = ${caught.pid}`) : crew.kill(name)
    case 'freeze':
      return crew.freeze(name, chance.between(200, 900))
    case 'cut':
      return cut(
        db,
        caught ? sql`pid = ${caught.pid}` : sql`application_name = ${name} and query not ilike 'listen%'`,
      )
    case 'cut_life':
      return cut(
        db,
        sql`application_name = ${name} and pid in (select pid from pg_locks where classid = ${WORKER_LOCK} and objsubid = 2)`,
      )
    case 'cut_listen':
      return cut(db, sql`application_name = ${name} and query ilike 'listen%'`)
    case 'crash':
    case 'restart':
    case 'kill_server':
      return arena.hurt(fault)
  }
}

async function cut(db: Db, which: ReturnType<typeof sql>): Promise<void> {
  await db.execute(sql`
    select pg_terminate_backend(pid) from (
      select pid from pg_stat_activity where datname = current_database() and ${which} order by random() limit 1) one`)
}
