import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import { setting } from '../schema/people.ts'

/** What the console remembers about itself. */
export interface Settings {
  instanceName: string
  /** The addresses people open, where MARQUEE_PUBLIC_URL does not say them. */
  publicOrigins: string[]
}

const KEYS = { instanceName: 'instance_name', publicOrigins: 'public_origins' } as const

/** The settings, with what stands for those nobody has set. */
export async function readSettings(db: Db | Tx): Promise<Settings> {
  const rows = await db.select().from(setting)
  const values = new Map(rows.map((row) => [row.key, row.value]))
  return {
    instanceName: values.get(KEYS.instanceName) ?? 'Marquee',
    publicOrigins: (values.get(KEYS.publicOrigins) ?? '').split(',').filter((origin) => origin !== ''),
  }
}

/** Sets what is given; an empty list of addresses goes back to "the address of the request". */
export async function writeSettings(
  tx: Tx,
  change: { instanceName?: string | undefined; publicOrigins?: string[] | undefined },
): Promise<void> {
  const given = [
    [KEYS.instanceName, change.instanceName],
    [KEYS.publicOrigins, change.publicOrigins?.join(',')],
  ] as const
  for (const [key, value] of given) {
    if (value === '') await tx.delete(setting).where(eq(setting.key, key))
    else if (value !== undefined) {
      await tx
        .insert(setting)
        .values({ key, value })
        .onConflictDoUpdate({ target: setting.key, set: { value: sql`excluded.value` } })
    }
  }
}
