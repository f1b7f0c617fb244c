import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import type { Role } from '../schema/people.ts'
import { invite, user } from '../schema/people.ts'
import { isoText } from './iso-text.ts'

/** An invite as the list shows it. */
export interface InviteRow {
  inviteId: number
  role: Role
  note: string | null
  createdByName: string
  createdAt: string
  expiresAt: string
  state: 'open' | 'used' | 'expired'
  usedByName: string | null
}

const isOpen = and(isNull(invite.usedAt), sql`${invite.expiresAt} > now()`)

/** Adds an invite for seven days. */
export async function addInvite(
  tx: Tx,
  values: { tokenHash: string; role: Role; note: string | null; createdBy: string },
): Promise<{ inviteId: number; expiresAt: string }> {
  const rows = await tx
    .insert(invite)
    .values({ ...values, expiresAt: sql`now() + interval '7 days'` })
    .returning({ inviteId: invite.id, expiresAt: isoText(invite.expiresAt) })
  const row = rows[0]
  if (!row) throw new Error('an insert answered without its row')
  return row
}

/** The newest 100 invites. */
export async function listInvites(db: Db | Tx): Promise<InviteRow[]> {
  return db
    .select({
      inviteId: invite.id,
      role: invite.role,
      note: invite.note,
      createdByName: sql<string>`(select u.name from ${user} u where u.id = ${invite.createdBy})`,
      createdAt: isoText(invite.createdAt),
      expiresAt: isoText(invite.expiresAt),
      state: sql<InviteRow['state']>`case when ${invite.usedAt} is not null then 'used'
        when ${invite.expiresAt} <= now() then 'expired' else 'open' end`,
      usedByName: sql<string | null>`(select u.name from ${user} u where u.id = ${invite.usedBy})`,
    })
    .from(invite)
    .orderBy(desc(invite.id))
    .limit(100)
}

/** What an open invite offers; null when it is used, revoked or too old. */
export async function findInvite(
  db: Db | Tx,
  tokenHash: string,
): Promise<{ role: Role; invitedBy: string; expiresAt: string } | null> {
  const rows = await db
    .select({ role: invite.role, invitedBy: user.name, expiresAt: isoText(invite.expiresAt) })
    .from(invite)
    .innerJoin(user, eq(user.id, invite.createdBy))
    .where(and(eq(invite.tokenHash, tokenHash), isOpen))
  return rows[0] ?? null
}

/** Takes an open invite and locks it; null when somebody else was first. */
export async function takeInvite(
  tx: Tx,
  tokenHash: string,
): Promise<{ inviteId: number; role: Role } | null> {
  const rows = await tx
    .update(invite)
    .set({ usedAt: sql`now()` })
    .where(and(eq(invite.tokenHash, tokenHash), isOpen))
    .returning({ inviteId: invite.id, role: invite.role })
  return rows[0] ?? null
}

/** Remembers who used an invite. */
export async function noteInviteUsed(tx: Tx, inviteId: number, userId: string): Promise<void> {
  await tx.update(invite).set({ usedBy: userId }).where(eq(invite.id, inviteId))
}

/** Removes an invite that nobody has used; false when there is none. */
export async function removeInvite(tx: Tx, inviteId: number): Promise<boolean> {
  const rows = await tx
    .delete(invite)
    .where(and(eq(invite.id, inviteId), isNull(invite.usedAt)))
    .returning({ id: invite.id })
  return rows.length > 0
}
