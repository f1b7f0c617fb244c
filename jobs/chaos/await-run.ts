import { setTimeout as rest } from 'node:timers/promises'
import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import type { Awaited } from './deeds.ts'

const PATIENCE_MS = 4000

const REACHED: { [what in Awaited]: SQL } = {
  working: sql`created + updated + unchanged + skipped + failed > 0`,
  failing: sql`failed > 0`,
  ended: sql`state in ('finished', 'cancelled', 'failed')`,
}

/** Waits until a run has come so far, or has ended, or for a while. */
export async function awaitRun(db: Db, what: Awaited, runId: number): Promise<'reached' | 'gave up'> {
  const untilMs = performance.now() + PATIENCE_MS
  while (performance.now() < untilMs) {
    const rows = await db.execute(sql`
      select 1 from run_cursor where run_id = ${runId} and (${REACHED[what]} or ${REACHED.ended})`)
    if (rows.length > 0) return 'reached'
    await rest(40)
  }
  return 'gave up'
}
