import { sql } from 'drizzle-orm'
import type { Db } from '../../connect.ts'
import type { RunOutcome, RunState } from '../../domain/run-state.ts'
import { run } from '../../schema/run.ts'
import { isoTimeOrNull } from './iso-time.ts'
import { visibleRuns, type Viewer } from './visible-runs.ts'

/** How things stand between runs: each source's last run that the viewer may see, each library's last syncs. */
export interface SyncStatus {
  sources: { sourceId: number; lastRun: LastRun | null }[]
  libraries: {
    libraryId: number
    sourceId: number
    lastFull: string | null
    lastIncremental: string | null
  }[]
}

export interface LastRun {
  runId: number
  state: RunState
  outcome: RunOutcome | null
  startedAt: string | null
  endedAt: string | null
}

export async function readSyncStatus(db: Db, viewer: Viewer): Promise<SyncStatus> {
  const sources = await db.execute<{ sourceId: number; runId: number | null } & Omit<LastRun, 'runId'>>(sql`
    select s.id as "sourceId", last.id as "runId", c.state, c.outcome, c.started_at as "startedAt",
      c.ended_at as "endedAt"
    from source s left join lateral (
      select run.id from ${run} where ${visibleRuns(viewer)} and exists (
        select 1 from run_library rl where rl.run_id = run.id and rl.source_id = s.id)
      order by run.id desc limit 1
    ) last on true left join run_cursor c on c.run_id = last.id order by s.id`)
  const libraries = await db.execute<SyncStatus['libraries'][number]>(sql`
    select id as "libraryId", source_id as "sourceId", last_full as "lastFull",
      last_incremental as "lastIncremental" from library order by id`)
  return {
    sources: sources.map(({ sourceId, runId, state, outcome, startedAt, endedAt }) => ({
      sourceId,
      lastRun:
        runId === null
          ? null
          : { runId, state, outcome, startedAt: isoTimeOrNull(startedAt), endedAt: isoTimeOrNull(endedAt) },
    })),
    libraries: libraries.map((library) => ({
      ...library,
      lastFull: isoTimeOrNull(library.lastFull),
      lastIncremental: isoTimeOrNull(library.lastIncremental),
    })),
  }
}
