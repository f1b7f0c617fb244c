import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../connect.ts'
import type { Json } from '../domain/json.ts'
import type { MediaKind } from '../domain/media.ts'
import type { RunOutcome, RunState } from '../domain/run-state.ts'
import type { MissingQuestion } from '../schema/source.ts'
import { isoText } from './iso-text.ts'

/** A library as lists show it. */
export interface LibraryRow {
  libraryId: number
  sourceId: number
  sourceName: string
  sourceKind: string
  title: string
  mediaKind: MediaKind
  config: { [key: string]: Json }
  syncEnabled: boolean
  lanes: number
  lastFull: string | null
  lastIncremental: string | null
  /** What is known to be in it, whatever became of each. */
  items: number
  /** Of these: those whose last outcome was a failure. */
  openFailures: number
  /** The run that uses it now; another one that takes it waits. */
  heldBy: number | null
  /** What failed in the newest real run that went through it; null when nothing did. */
  failures: { runId: number; count: number } | null
  /** So much was gone at the last listing that nothing was marked: somebody has to say. */
  needsAnswer: Omit<MissingQuestion, 'runLibraryId'> | null
  lastRun: { runId: number; state: RunState; outcome: RunOutcome | null; at: string } | null
}

/** All libraries with what is known of them, in the order they were made; or those of one source. */
export async function listLibraries(db: Db | Tx, sourceId: number | null = null): Promise<LibraryRow[]> {
  const rows = await db.execute<LibraryRow & { [key: string]: unknown }>(sql`
    select l.id as "libraryId", s.id as "sourceId", s.name as "sourceName", s.kind as "sourceKind",
      l.title, l.media_kind as "mediaKind", l.config, l.sync_enabled as "syncEnabled", l.lanes,
      ${isoText(sql`l.last_full`)} as "lastFull", ${isoText(sql`l.last_incremental`)} as "lastIncremental",
      coalesce(known.items, 0)::integer as items, coalesce(known.failed, 0)::integer as "openFailures",
      held.run_id as "heldBy", last.run as "lastRun",
      case when ended.failed > 0 then json_build_object('runId', ended.run_id, 'count', ended.failed) end as failures,
      l.needs_answer - 'runLibraryId' as "needsAnswer"
    from library l
    join source s on s.id = l.source_id
    left join (
      select e.library_id, count(*) as items, count(*) filter (where e.status = 'failed') as failed
      from library_entry e where e.missing_since is null group by e.library_id
    ) known on known.library_id = l.id
    left join run_library held on held.library_id = l.id and held.holds
    left join (
      select distinct on (p.library_id) p.library_id, json_build_object('runId', c.run_id, 'state', c.state,
        'outcome', c.outcome, 'at', ${isoText(sql`r.created_at`)}) as run
      from run_library p join run_cursor c on c.run_id = p.run_id join run r on r.id = p.run_id
      where p.library_id is not null
      order by p.library_id, p.run_id desc
    ) last on last.library_id = l.id
    left join (
      select distinct on (p.library_id) p.library_id, p.run_id, p.failed
      from run_library p join run_cursor c on c.run_id = p.run_id join run r on r.id = p.run_id
      where p.library_id is not null and not r.dry_run and (p.state = 'finished' or c.attempt > 1 and p.holds)
      order by p.library_id, p.run_id desc
    ) ended on ended.library_id = l.id
    where ${sourceId}::integer is null or s.id = ${sourceId}::integer
    order by s.id, l.id`)
  return [...rows]
}
