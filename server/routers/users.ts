import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Tx } from '../../db/connect.ts'
import * as people from '../../db/queries/people.ts'
import type { Role } from '../../db/schema/people.ts'
import { zPersonName } from '../auth/credentials.ts'
import { admin, router } from '../trpc.ts'

const zUserId = z.object({ userId: z.string().min(1).max(100) })
const zRole = z.enum(['viewer', 'member', 'admin'])

/** Who has an account, and with which role. There is always an admin. */
export const usersRouter = router({
  list: admin.query(async ({ ctx }) => ({ users: await people.listPeople(ctx.db) })),

  /** A new role ends their sessions, so that what they see is what they may. */
  change: admin
    .input(zUserId.extend({ role: zRole.optional(), name: zPersonName.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.db.transaction(async (tx) => {
        const { userId, role, name } = input
        const person = await needPerson(tx, userId)
        const isNewRole = role !== undefined && role !== person.role
        if (isNewRole) await refuseLastAdmin(tx, person)
        await people.changePerson(tx, userId, { role, name })
        if (isNewRole) await people.endSessions(tx, userId)
        return {}
      }),
    ),

  remove: admin.input(zUserId).mutation(({ ctx, input }) =>
    ctx.db.transaction(async (tx) => {
      const person = await needPerson(tx, input.userId)
      await refuseLastAdmin(tx, person)
      await people.removePerson(tx, input.userId)
      return {}
    }),
  ),
})

async function needPerson(tx: Tx, userId: string): Promise<{ name: string; role: Role }> {
  await people.lockPeople(tx)
  const person = await people.findPerson(tx, userId)
  if (person) return person
  throw new TRPCError({ code: 'NOT_FOUND', message: 'There is no such person. They may have been removed.' })
}

async function refuseLastAdmin(tx: Tx, person: { name: string; role: Role }): Promise<void> {
  if (person.role !== 'admin' || (await people.countAdmins(tx)) > 1) return
  throw new TRPCError({
    code: 'CONFLICT',
    message: `${person.name} is the only admin. Make somebody else an admin first.`,
  })
}
