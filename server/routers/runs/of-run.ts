import { z } from 'zod'
import { member, viewer } from '../../trpc.ts'
import { needVisibleRun } from './visible-run.ts'

/** The number of a run, as people say it. */
export const zRunId = z.int().positive().max(2_147_483_647)

const zOfRun = z.object({ runId: zRunId })

/** Reads of a run: it exists and the reader may see it, or there is no such run. */
export const readOfRun = viewer.input(zOfRun).use(async ({ ctx, input, next }) => {
  await needVisibleRun(ctx.db, ctx.person, input.runId)
  return next()
})

/** What a member does to a run that they may see. */
export const actOnRun = member.input(zOfRun).use(async ({ ctx, input, next }) => {
  await needVisibleRun(ctx.db, ctx.person, input.runId)
  return next()
})
