import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import type { Entry } from '../domain/entry.ts'
import type { Lease } from './lane.ts'
import type { StagedData } from './stage-batch.ts'

/** A staged row as the ingest works on it: the entry as the source gave it, and where it stands. */
export interface StagedEntry extends Entry {
  id: number
  attempt: number
  showId: number | null
  /** True when an earlier attempt settled it: it is already in the run's denominator of settled units. */
  wasSettled: boolean
  /** How often the engine has tried it again within this attempt. */
  tries: number
  /** True when a person wants it although it is there already. */
  isForced: boolean
}

/** The next staged entries of a lane, in the order they were staged. */
export async function readStaged(db: Db, lease: Lease, limit: number): Promise<StagedEntry[]> {
  const rows = await db.execute<{
    id: number
    attempt: number
    showId: number | null
    key: string
    fingerprint: string
    kind: Entry['kind']
    label: string
    path: string | null
    season: number | null
    data: StagedData | null
    showKey: string | null
    showTitle: string | null
    wasSettled: boolean
    tries: number
  }>(sql`
    select e.id, e.attempt, e.show_id as "showId", e.key, e.fingerprint, e.kind, e.label, e.path, e.season, e.data,
      s.key as "showKey", s.title as "showTitle",
      e.prior_status is not null as "wasSettled", e.tries
    from run_entry e join run_library l on l.id = e.run_library_id left join run_show s on s.id = e.show_id
    where e.run_library_id = ${lease.runLibraryId} and e.lane = ${lease.lane} and e.status = 'staged'
      and e.attempt >= l.floor and (e.due_at is null or e.due_at <= now())
    order by e.id limit ${limit}`)
  return rows.map((row) => ({
    id: row.id,
    attempt: row.attempt,
    showId: row.showId,
    wasSettled: row.wasSettled,
    tries: row.tries,
    isForced: row.data?.force ?? false,
    key: row.key,
    fingerprint: row.fingerprint,
    kind: row.kind,
    label: row.label,
    ...(row.path === null ? {} : { path: row.path }),
    ...(row.season === null ? {} : { season: row.season }),
    ...(row.showKey === null ? {} : { show: { key: row.showKey, title: row.showTitle ?? row.showKey } }),
    ...(row.data?.own === undefined ? {} : { data: row.data.own }),
    ...(row.data?.trouble ? { trouble: row.data.trouble } : {}),
  }))
}
