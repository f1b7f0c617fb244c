import { and, asc, count, eq, max, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../connect.ts'
import type { Role } from '../schema/people.ts'
import { account, session, user } from '../schema/people.ts'

/** A person as lists show them. */
export interface PersonRow {
  userId: string
  name: string
  email: string
  role: Role
  createdAt: string
  /** When a session of theirs was last renewed; null without one. */
  lastSeenAt: string | null
  sessions: number
}

// Whoever makes the first person, or changes who is an admin, holds this: two at once take turns.
const turns = sql`select pg_advisory_xact_lock(${0x6d_61}, 3)`

/** Waits until no other transaction decides who may administer. Call it first. */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.execute(turns)
}

/** Whether anybody has an account yet. */
export async function hasPeople(db: Db | Tx): Promise<boolean> {
  return (await db.select({ id: user.id }).from(user).limit(1)).length > 0
}

/** Adds a person who signs in with a password; null when the e-mail address has an account already. */
export async function addPerson(
  tx: Tx,
  person: { name: string; email: string; role: Role; passwordHash: string },
): Promise<string | null> {
  const { name, email, role, passwordHash } = person
  const id = randomUUID()
  const added = await tx
    .insert(user)
    .values({ id, name, email: email.trim().toLowerCase(), role })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id })
  if (added.length === 0) return null
  // What better-auth looks for at sign-in.
  await tx
    .insert(account)
    .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: passwordHash })
  return id
}

/** Everybody with an account, by name. */
export async function listPeople(db: Db | Tx): Promise<PersonRow[]> {
  const rows = await db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      createdAt: user.createdAt,
      lastSeenAt: max(session.updatedAt),
      sessions: count(session.id),
    })
    .from(user)
    .leftJoin(session, and(eq(session.userId, user.id), sql`${session.expiresAt} > now()`))
    .groupBy(user.id)
    .orderBy(asc(sql`lower(${user.name})`), asc(user.id))
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  }))
}

/** One person's name and role; null when there is none. Locks the row against changes. */
export async function findPerson(tx: Tx, userId: string): Promise<{ name: string; role: Role } | null> {
  const rows = await tx
    .select({ name: user.name, role: user.role })
    .from(user)
    .where(eq(user.id, userId))
    .for('update')
  return rows[0] ?? null
}

/** How many may administer. */
export async function countAdmins(tx: Tx): Promise<number> {
  const rows = await tx.select({ admins: count() }).from(user).where(eq(user.role, 'admin'))
  return rows[0]?.admins ?? 0
}

/** Changes a person's name or role. */
export async function changePerson(
  tx: Tx,
  userId: string,
  change: { name?: string | undefined; role?: Role | undefined },
): Promise<void> {
  await tx
    .update(user)
    .set({ ...change, updatedAt: new Date() })
    .where(eq(user.id, userId))
}

/** Ends all sessions of a person; their next request is nobody's. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.delete(session).where(eq(session.userId, userId))
}

/** Removes a person with their sessions and open invites. What they started keeps their name. */
export async function removePerson(tx: Tx, userId: string): Promise<void> {
  await tx.delete(user).where(eq(user.id, userId))
}
