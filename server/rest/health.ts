import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Db, RawClient } from '../../db/connect.ts'
import { isMigrated } from '../../db/migrate.ts'
import { listWorkers } from '../../db/queries/worker.ts'

/** `/healthz`: this process answers. `/readyz`: it has its database, the right schema, and a worker somewhere. */
export function healthRoutes(db: Db, client: RawClient): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const database = await holds(async () => (await db.execute(sql`select 1`)).length === 1)
      const migrations = database && (await holds(() => isMigrated(client)))
      const worker = migrations && (await holds(async () => (await listWorkers(db)).length > 0))
      const ok = database && migrations && worker
      return c.json({ ok, database, migrations, worker }, ok ? 200 : 503)
    })
}

async function holds(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask()
  } catch {
    return false
  }
}
