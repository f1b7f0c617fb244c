import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Db } from '../../../db/connect.ts'
import { isPlan } from '../../../db/queries/find-plan.ts'
import { openRun, RunRefused } from '../../../db/queries/open-run.ts'
import { tryTransaction } from '../../../db/queries/try-transaction.ts'
import { badField } from '../../errors/bad-input.ts'
import { member, type Person } from '../../trpc.ts'
import { zRunId } from './of-run.ts'
import { needVisibleRun } from './visible-run.ts'

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
  options: z
    .strictObject({
      verbose: z.boolean().optional(),
      force: z.boolean().optional(),
      /** The dry run whose plan is carried out: what has changed since is refused, item by item. */
      planOf: zRunId.optional(),
    })
    .default({}),
  /** The client's name for this click: the same key of the same person is the same run. */
  idempotencyKey: z.string().min(1).max(200).nullish(),
})

export const startRuns = {
  start: member.input(zStartRun).mutation(async ({ ctx, input }) => {
    const { kinds, options, ...request } = input
    const { planOf } = options
    if (planOf !== undefined) await needPlan(ctx.db, ctx.person, planOf)
    const asked = { ...request, options: { ...options, ...(kinds && { kinds }) }, person: ctx.person }
    try {
      return await tryTransaction(ctx.db, (tx) => openRun(tx, asked))
    } catch (error) {
      if (!(error instanceof RunRefused)) throw error
      throw new TRPCError({ code: 'BAD_REQUEST', message: error.message, cause: error })
    }
  }),
}

async function needPlan(db: Db, person: Person, runId: number): Promise<void> {
  await needVisibleRun(db, person, runId)
  if (await isPlan(db, runId)) return
  throw badField(['options', 'planOf'], `Run #${runId} is not a dry run that has finished.`)
}
