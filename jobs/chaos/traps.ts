import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import type { Caught } from './faults.ts'
import { TRAP_LOCK } from './instruments.ts'
import type { Trap } from './scenario.ts'

const LOOK_MS = 25

/** Arms the traps and tells once of each session that is caught in one, until disarmed. */
export async function armTraps(
  db: Db,
  traps: readonly Trap[],
  spring: (trap: Trap, caught: Caught) => void,
): Promise<{ disarm(): Promise<void> }> {
  for (const [id, trap] of traps.entries()) {
    await db.execute(sql.raw(`create sequence chaos_trap_${id}`))
    await db.execute(sql`insert into chaos_trap values (${id}, ${trap.point}, ${trap.nth}, ${trap.seconds})`)
  }
  const sprung = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const look = async (): Promise<void> => {
    try {
      const rows = await db.execute<{ id: number; pid: number; name: string }>(sql`
        select k.objid::integer as id, k.pid, a.application_name as name
        from pg_locks k join pg_stat_activity a on a.pid = k.pid
        where k.locktype = 'advisory' and k.classid = ${TRAP_LOCK} and k.objsubid = 2 and a.datname = current_database()`)
      for (const { id, pid, name } of rows) {
        const trap = traps[id]
        if (!trap || sprung.has(id)) continue
        sprung.add(id)
        spring(trap, { pid, name })
      }
    } catch {
      // The server is away: there is nobody to be caught either.
    }
    if (!isOver && sprung.size < traps.length) timer = setTimeout(() => void look(), LOOK_MS)
  }
  void look()
  return {
    disarm: async () => {
      isOver = true
      clearTimeout(timer)
      await db.execute(sql`delete from chaos_trap`)
    },
  }
}
