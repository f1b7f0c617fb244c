import { VERSION } from '../../db/version.ts'
import { readSettings } from '../../db/queries/settings.ts'
import { anyone, router } from '../trpc.ts'

/** Who is here. Signing in is `POST /api/auth/sign-in/email`. */
export const sessionRouter = router({
  me: anyone.query(async ({ ctx }) => ({
    person: ctx.person,
    instanceName: (await readSettings(ctx.db)).instanceName,
    version: VERSION,
    build: ctx.house.build,
  })),

  signOut: anyone.mutation(async ({ ctx }) => {
    const cookies = await ctx.house.door.close(ctx.request.headers)
    for (const cookie of cookies) ctx.reply.append('set-cookie', cookie)
    return {}
  }),
})
