import { z } from 'zod'
import { zEntryFilter } from '../../../db/queries/entry-filter.ts'
import { readFacets } from '../../../db/queries/run-views/entry-facets.ts'
import { findRun } from '../../../db/queries/run-views/find-run.ts'
import { listRuns, zRunFilter } from '../../../db/queries/run-views/list-runs.ts'
import { listEntries } from '../../../db/queries/run-views/run-entries.ts'
import { listEvents, zEventFilter } from '../../../db/queries/run-views/run-events.ts'
import { listShows } from '../../../db/queries/run-views/run-shows.ts'
import { readSyncStatus } from '../../../db/queries/run-views/run-status.ts'
import { viewer } from '../../trpc.ts'
import { readOfRun, zRunId } from './of-run.ts'
import { noSuchRun } from './visible-run.ts'

const zSeq = z.int().min(0).max(2_147_483_647)

function zLimit(usual: number, most: number) {
  return z.int().min(1).max(most).default(usual)
}

/** What can be read of runs. Lists are pages: `nextCursor` is the next page's `cursor`, null at the end. */
export const readRuns = {
  get: readOfRun.query(async ({ ctx, input }) => {
    const run = await findRun(ctx.db, input.runId)
    if (!run) throw noSuchRun(input.runId)
    return run
  }),

  list: viewer
    .input(
      z
        .object({
          filter: zRunFilter.default({}),
          cursor: zRunId.nullish(),
          limit: zLimit(50, 200),
        })
        .prefault({}),
    )
    .query(({ ctx, input }) => listRuns(ctx.db, { viewer: ctx.person, ...input })),

  shows: readOfRun
    .input(
      z
        .object({
          libraryId: zRunId.optional(),
          /** The library's part in the run: the way to the shows of a library that has been removed. */
          runLibraryId: zRunId.optional(),
          cursor: z.string().max(100).nullish(),
          limit: zLimit(200, 1000),
        })
        .refine((input) => (input.libraryId === undefined) !== (input.runLibraryId === undefined), {
          path: ['libraryId'],
          error: 'Say the library: its libraryId or its runLibraryId.',
        }),
    )
    .query(({ ctx, input }) => {
      const { libraryId, runLibraryId = 0, ...page } = input
      return listShows(ctx.db, { ...page, of: libraryId === undefined ? { runLibraryId } : { libraryId } })
    }),

  entries: readOfRun
    .input(
      z.object({
        filter: zEntryFilter.default({}),
        cursor: z.int().min(0).nullish(),
        limit: zLimit(100, 1000),
      }),
    )
    .query(({ ctx, input }) => listEntries(ctx.db, input)),

  facets: readOfRun
    .input(z.object({ filter: zEntryFilter.default({}) }))
    .query(({ ctx, input }) => readFacets(ctx.db, input.runId, input.filter)),

  events: readOfRun
    .input(
      z.object({
        afterSeq: zSeq.optional(),
        beforeSeq: zSeq.optional(),
        filter: zEventFilter.default({}),
        limit: zLimit(100, 1000),
      }),
    )
    .query(async ({ ctx, input }) => ({ events: await listEvents(ctx.db, input) })),

  status: viewer.input(z.object({}).optional()).query(({ ctx }) => readSyncStatus(ctx.db, ctx.person)),
}
