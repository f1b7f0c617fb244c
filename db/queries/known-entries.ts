import { sql } from 'drizzle-orm'
import type { Db } from '../connect.ts'
import type { SettledStatus } from '../domain/outcome.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import { textArray } from './sql-rows.ts'

/** What we know of a key of a library between runs. */
export interface KnownEntry {
  key: string
  fingerprint: string
  reader: number
  status: SettledStatus
  code: TroubleCode | null
  isMissing: boolean
}

/** What is known of these keys of a library. */
export async function findKnownEntries(
  db: Db,
  libraryId: number,
  keys: readonly string[],
): Promise<Map<string, KnownEntry>> {
  const rows = await db.execute<KnownEntry & { [key: string]: unknown }>(sql`
    select key, fingerprint, reader, status, code, missing_since is not null as "isMissing" from library_entry
    where library_id = ${libraryId} and key = any(${textArray(keys)})`)
  return new Map(rows.map((row) => [row.key, row]))
}

/** The fingerprints that a dry run saw of these keys of a library: its plan. */
export async function findPlanned(
  db: Db,
  planRunId: number,
  libraryId: number,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.execute<{ key: string; fingerprint: string }>(sql`
    select e.key, e.fingerprint from run_entry e join run_library l on l.id = e.run_library_id
    where l.run_id = ${planRunId} and l.library_id = ${libraryId} and e.key = any(${textArray(keys)})`)
  return new Map(rows.map((row) => [row.key, row.fingerprint]))
}
