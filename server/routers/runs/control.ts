import { z } from 'zod'
import type { Db, Tx } from '../../../db/connect.ts'
import type { RunState } from '../../../db/domain/run-state.ts'
import { type Actor, cancelRun, forceStop, pauseRun, resumeRun } from '../../../db/queries/control-run.ts'
import { type EntryFilter, zEntryFilter } from '../../../db/queries/entry-filter.ts'
import { previewRetry } from '../../../db/queries/preview-retry.ts'
import { retryRun } from '../../../db/queries/retry-run.ts'
import { tryTransaction } from '../../../db/queries/try-transaction.ts'
import { actOnRun, readOfRun } from './of-run.ts'
import { toldRefusal } from './refused.ts'
import { noSuchRun } from './visible-run.ts'

const zEntryIds = z
  .array(z.int().positive())
  .min(1, 'Choose at least one item.')
  .max(10_000, 'At most 10,000 items by hand; use a filter for more.')
  .transform((ids) => [...new Set(ids)])

const zRetry = z
  .object({
    filter: zEntryFilter.optional(),
    entryIds: zEntryIds.optional(),
    /** Also takes what is in the library already, or was left out by a rule. */
    force: z.boolean().default(false),
    /** How many the person was told it would be: another number is refused. */
    expectedCount: z.int().min(0).optional(),
    /** Runs what a cancelled run never came to, listing again what it had not listed to the end. */
    remaining: z.boolean().default(false),
  })
  .refine((input) => input.filter ?? input.entryIds ?? input.remaining, {
    path: ['filter'],
    error: 'Say which items: a filter, or entryIds.',
  })

const zPreview = z
  .object({
    filter: zEntryFilter.optional(),
    entryIds: zEntryIds.optional(),
    action: z.enum(['retry', 'force']),
  })
  .refine((input) => input.filter ?? input.entryIds, {
    path: ['filter'],
    error: 'Say which items: a filter, or entryIds.',
  })

/** What is left of a run: what it found and never settled. */
const REMAINING: EntryFilter = { status: ['staged'] }

/** What people do to a run that is there. Refusals are sentences; nothing was written then. */
export const controlRuns = {
  pause: move(pauseRun),
  resume: move(resumeRun),
  cancel: move(cancelRun),
  forceStop: move(forceStop),

  retry: actOnRun.input(zRetry).mutation(({ ctx, input }) => {
    const { runId, filter, ...asked } = input
    const chosen = filter ?? (asked.entryIds ? {} : REMAINING)
    return told(ctx.db, runId, (tx) => retryRun(tx, runId, ctx.person, { ...asked, filter: chosen }))
  }),

  preview: readOfRun.input(zPreview).query(async ({ ctx, input }) => {
    const { runId, filter = {}, entryIds, action } = input
    const force = action === 'force'
    const preview = await previewRetry(ctx.db, runId, { filter, force, ...(entryIds && { entryIds }) })
    if (!preview) throw noSuchRun(runId)
    return preview
  }),
}

function move(make: (tx: Tx, runId: number, actor: Actor) => Promise<RunState>) {
  return actOnRun.mutation(async ({ ctx, input: { runId } }) => ({
    state: await told(ctx.db, runId, (tx) => make(tx, runId, ctx.person)),
  }))
}

async function told<Answer>(db: Db, runId: number, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  try {
    return await tryTransaction(db, work)
  } catch (error) {
    throw toldRefusal(error, runId)
  }
}
