import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { readSettings, writeSettings } from '../../db/queries/settings.ts'
import { badField } from '../errors/bad-input.ts'
import { admin, router } from '../trpc.ts'

const zOrigin = z
  .string()
  .trim()
  .refine(
    isOrigin,
    'Write the address as people open it, like https://marquee.example.com, with nothing behind it.',
  )
  .transform((address) => new URL(address).origin)
const zSet = z.object({
  instanceName: z.string().trim().min(1, 'Give it a name.').max(60).optional(),
  publicOrigins: z.array(zOrigin).max(20).optional(),
})

/** What the console remembers about itself. */
export const settingsRouter = router({
  /** `here` is the address of this page; `fixed` says that MARQUEE_PUBLIC_URL decides the addresses. */
  get: admin.query(async ({ ctx }) => {
    const { instanceName, publicOrigins } = await readSettings(ctx.db)
    const fromEnvironment = ctx.house.env.publicOrigins
    const fixed = fromEnvironment.length > 0
    return {
      instanceName,
      publicOrigins: fixed ? fromEnvironment : publicOrigins,
      fixed,
      here: ctx.visit.origin,
    }
  }),

  set: admin.input(zSet).mutation(async ({ ctx, input }) => {
    const { publicOrigins } = input
    if (publicOrigins !== undefined && ctx.house.env.publicOrigins.length > 0) {
      throw new TRPCError({
        code: 'CONFLICT',
        message: 'MARQUEE_PUBLIC_URL sets the addresses. Change them there, or unset it to set them here.',
      })
    }
    const { origin } = ctx.visit
    if (publicOrigins?.length && !publicOrigins.includes(origin)) {
      throw badField(
        ['publicOrigins'],
        `You are at ${origin}: without it in the list you would lock yourself out.`,
      )
    }
    await ctx.db.transaction((tx) => writeSettings(tx, input))
    return {}
  }),
})

function isOrigin(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}
