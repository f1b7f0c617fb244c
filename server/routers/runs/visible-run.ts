import { TRPCError } from '@trpc/server'
import type { Db } from '../../../db/connect.ts'
import { visibleRunIds, type Viewer } from '../../../db/queries/run-views/visible-runs.ts'

/** Refuses a run that there is not, or that is somebody else's, in the same words: nothing is given away. */
export async function needVisibleRun(db: Db, viewer: Viewer, runId: number): Promise<void> {
  const visible = await visibleRunIds(db, viewer, [runId])
  if (!visible.has(runId)) throw noSuchRun(runId)
}

/** The answer for a run that is gone or not theirs. */
export function noSuchRun(runId: number): TRPCError {
  return new TRPCError({ code: 'NOT_FOUND', message: `There is no run #${runId}. It may have been cleared.` })
}
