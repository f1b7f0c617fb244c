import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { openRun, RunRefused } from '../../../db/queries/open-run.ts'
import { member } from '../../trpc.ts'

const chooseOne = 'Choose at least one library.'

const zStartRun = z.object({
  libraryIds: z
    .array(z.int().positive().max(2_147_483_647), { error: chooseOne })
    .min(1, chooseOne)
    .max(1000)
    .transform((ids) => [...new Set(ids)]),
  mode: z.enum(['full', 'incremental']),
  dryRun: z.boolean().default(false),
  kinds: z
    .array(z.enum(['movie', 'episode']))
    .min(1, 'Choose at least one kind, or leave it out.')
    .optional(),
  options: z.strictObject({ verbose: z.boolean().optional(), force: z.boolean().optional() }).default({}),
  /** The client's name for this click: the same key of the same person is the same run. */
  idempotencyKey: z.string().min(1).max(200).nullish(),
})

export const startRuns = {
  start: member.input(zStartRun).mutation(async ({ ctx, input }) => {
    const { kinds, options, ...request } = input
    try {
      return await ctx.db.transaction((tx) =>
        openRun(tx, { ...request, options: { ...options, ...(kinds && { kinds }) }, person: ctx.person }),
      )
    } catch (error) {
      if (!(error instanceof RunRefused)) throw error
      throw new TRPCError({ code: 'BAD_REQUEST', message: error.message, cause: error })
    }
  }),
}
