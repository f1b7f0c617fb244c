import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import { user } from '../schema/people.ts'

/** True while the person has an account with a role that is not banned now: what a stream that is open asks again. */
export async function personStands(db: Db, personId: string): Promise<boolean> {
  const isBanned = sql`coalesce(${user.banned}, false) and coalesce(${user.banExpires} > now(), true)`
  const rows = await db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, personId), isNotNull(user.role), sql`not (${isBanned})`))
  return rows.length > 0
}
