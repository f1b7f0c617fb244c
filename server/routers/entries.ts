import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { findEntry } from '../../db/queries/run-views/find-entry.ts'
import { router, viewer } from '../trpc.ts'

/** Single work units of runs, wherever they stand. */
export const entriesRouter = router({
  get: viewer.input(z.object({ entryId: z.int().positive() })).query(async ({ ctx, input: { entryId } }) => {
    const found = await findEntry(ctx.db, ctx.person, entryId)
    if (found) return found
    // The same words for one that there is not and one in somebody else's private run.
    const message = `There is no item ${entryId}. Its run may have been cleared.`
    throw new TRPCError({ code: 'NOT_FOUND', message })
  }),
})
