import { RunFenced } from '../../db/queries/ledger.ts'
import { stageNextPage } from '../../db/queries/fill-attempt.ts'
import { addJob } from '../../db/queries/jobs.ts'
import type { Engine } from './engine.ts'

/** Fills a large attempt page by page, each its own transaction, until it is filled, stopped or the worker ends. */
export async function stageAttempt(engine: Engine, runId: number, attempt: number): Promise<void> {
  try {
    for (;;) {
      const isMore = await engine.db.transaction((tx) => stageNextPage(tx, runId, attempt))
      if (!isMore) return
      if (engine.signal.aborted) break
    }
  } catch (error) {
    // The run was cancelled meanwhile: the attempt ended with it.
    if (error instanceof RunFenced) return
    throw error
  }
  const again = (tx: Parameters<typeof addJob>[0]) =>
    addJob(tx, 'stage_attempt', { runId, attempt }, `stage:${runId}:${attempt}`)
  await engine.db.transaction(again)
}
