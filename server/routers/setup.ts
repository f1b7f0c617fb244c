import { TRPCError } from '@trpc/server'
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { hasPeople } from '../../db/queries/people.ts'
import { zEmail, zPassword, zPersonName } from '../auth/credentials.ts'
import { makeFirstAdmin } from '../auth/first-admin.ts'
import { publicOrigins } from '../auth/public-origins.ts'
import { anyone, firstVisitor, router } from '../trpc.ts'

const zCreate = z.object({
  token: z.string().max(200).optional(),
  name: zPersonName,
  email: zEmail,
  password: zPassword,
})

/** The first visit: nobody has an account yet. */
export const setupRouter = router({
  status: anyone.query(async ({ ctx }) => {
    const needed = !(await hasPeople(ctx.db))
    return { needed, tokenNeeded: needed && !ctx.visit.isLocal }
  }),

  /** Makes the first admin and signs them in. `address`: what they opened, where nobody has said yet what to open. */
  create: firstVisitor.input(zCreate).mutation(async ({ ctx, input }) => {
    const { db, visit, house } = ctx
    const { token, ...person } = input
    const hasToken = token !== undefined && isSameToken(token, house.setupToken)
    if (!hasToken && !(visit.isLocal && visit.refusal === null)) {
      throw new TRPCError({
        code: 'FORBIDDEN',
        message:
          'Only who can read the log makes the first admin: open the link that Marquee printed at start.',
      })
    }
    // Whoever has the token says with it that this address is right.
    const isNew = visit.isUnlisted && house.env.publicOrigins.length === 0
    if (visit.refusal !== null && !isNew) throw new TRPCError({ code: 'FORBIDDEN', message: visit.refusal })
    const made = await makeFirstAdmin(db, { ...person, ...(isNew && { publicOrigin: visit.origin }) })
    if (!made) {
      throw new TRPCError({
        code: 'CONFLICT',
        message: 'Marquee is set up already. Sign in, or ask an admin for an invite.',
      })
    }
    for (const cookie of await house.door.open(visit.secure, person)) ctx.reply.append('set-cookie', cookie)
    const listed = await publicOrigins(db, house.env.publicOrigins)
    return { address: listed.length > 0 || visit.isLocal ? null : visit.origin }
  }),
})

function isSameToken(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
