import { TRPCError } from '@trpc/server'
import { hashPassword } from 'better-auth/crypto'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import * as invites from '../../db/queries/invites.ts'
import { addPerson } from '../../db/queries/people.ts'
import { zEmail, zPassword, zPersonName } from '../auth/credentials.ts'
import { badField } from '../errors/bad-input.ts'
import { admin, anyone, router } from '../trpc.ts'

const zToken = z.object({ token: z.string().min(1).max(200) })
const zCreate = z.object({
  role: z.enum(['viewer', 'member', 'admin']),
  note: z.string().trim().max(200).optional(),
})
const zAccept = zToken.extend({ name: zPersonName, email: zEmail, password: zPassword })

/** Links with which one person each makes an account. Only a hash of the link's token is kept. */
export const invitesRouter = router({
  /** `path` is the link without the address; it is told once. */
  create: admin.input(zCreate).mutation(async ({ ctx, input }) => {
    const token = randomBytes(24).toString('base64url')
    const { role, note } = input
    const made = await ctx.db.transaction((tx) =>
      invites.addInvite(tx, { tokenHash: hashOf(token), role, note: note || null, createdBy: ctx.person.id }),
    )
    return { ...made, path: `/invite/${token}` }
  }),

  list: admin.query(async ({ ctx }) => ({ invites: await invites.listInvites(ctx.db) })),

  revoke: admin.input(z.object({ inviteId: z.int().positive() })).mutation(async ({ ctx, input }) => {
    const removed = await ctx.db.transaction((tx) => invites.removeInvite(tx, input.inviteId))
    if (removed) return {}
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'There is no such open invite. Somebody may have used it.',
    })
  }),

  get: anyone.input(zToken).query(async ({ ctx, input }) => {
    const invite = await invites.findInvite(ctx.db, hashOf(input.token))
    if (!invite) throw noInvite()
    return invite
  }),

  /** Makes the account and signs it in. */
  accept: anyone.input(zAccept).mutation(async ({ ctx, input }) => {
    const { token, name, email, password } = input
    const tokenHash = hashOf(token)
    // Hashing a password is work: nobody without an invite gets it done.
    if (!(await invites.findInvite(ctx.db, tokenHash))) throw noInvite()
    const passwordHash = await hashPassword(password)
    await ctx.db.transaction(async (tx) => {
      const invite = await invites.takeInvite(tx, tokenHash)
      if (!invite) throw noInvite()
      const userId = await addPerson(tx, { name, email, role: invite.role, passwordHash })
      if (userId === null) {
        throw badField(
          ['email'],
          'Somebody has an account with this e-mail address already. Sign in with it.',
        )
      }
      await invites.noteInviteUsed(tx, invite.inviteId, userId)
    })
    const cookies = await ctx.house.door.open(ctx.visit.secure, { email, password })
    for (const cookie of cookies) ctx.reply.append('set-cookie', cookie)
    return {}
  }),
})

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function noInvite(): TRPCError {
  return new TRPCError({
    code: 'NOT_FOUND',
    message: 'This invite has been used, was taken back, or is older than seven days. Ask for a new one.',
  })
}
