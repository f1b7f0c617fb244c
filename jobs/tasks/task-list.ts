import type { Task, TaskList } from 'graphile-worker'
import { noteStall } from '../../db/queries/abandon-library.ts'
import { LeaseLost } from '../../db/queries/lane.ts'
import { RunFenced } from '../../db/queries/ledger.ts'
import { type TaskName, TASKS } from '../contract/tasks.ts'
import type { Engine } from '../pipeline/engine.ts'
import { isTransient } from '../pipeline/database-trouble.ts'
import { ingestRun } from '../pipeline/ingest-run.ts'
import { prescanRun } from '../pipeline/prescan-run.ts'
import { stageAttempt } from '../pipeline/stage-attempt.ts'

/** graphile-worker's task list: each task parses its payload and calls the pipeline. */
export function makeTaskList(engine: Engine): TaskList & { [name in TaskName]: Task } {
  return {
    prescan: (payload) => {
      const { runLibraryId } = TASKS.prescan.parse(payload)
      return guarded(engine, runLibraryId, () => prescanRun(engine, runLibraryId))
    },
    ingest: (payload) => {
      const { runLibraryId, lane } = TASKS.ingest.parse(payload)
      return guarded(engine, runLibraryId, () => ingestRun(engine, runLibraryId, lane))
    },
    stage_attempt: async (payload) => {
      const { runId, attempt } = TASKS.stage_attempt.parse(payload)
      await stageAttempt(engine, runId, attempt)
    },
  }
}

async function guarded(engine: Engine, runLibraryId: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // Somebody else has the lane, or the run was ended meanwhile: nothing is lost, rows are the cursor.
    if (error instanceof LeaseLost || error instanceof RunFenced) return
    engine.log.error({ err: error, runLibraryId }, 'a task failed and will be tried again')
    // A database that is away says nothing about the library.
    if (!isTransient(error)) await noteStall(engine.db, runLibraryId).catch(() => undefined)
    throw error
  }
}
