import type { Db } from '../../../connect.ts'
import type { EntryStatus, SettledStatus } from '../../../domain/outcome.ts'
import { runEntry } from '../../../schema/run-entry.ts'
import { makeRun, type MadeRun } from './make-run.ts'

/** What a test says of an entry; the rest is made up. */
export type GivenEntry = Partial<typeof runEntry.$inferInsert> & { status: EntryStatus }

/** A run of one library with one show that has these entries, its counts as the ledger would have them. */
export async function makeEntries(
  db: Db,
  given: readonly (EntryStatus | GivenEntry)[],
  { ownerId = null }: { ownerId?: string | null } = {},
): Promise<{ made: MadeRun; ids: number[] }> {
  const made = await makeRun(db, { episodes: given.length, ownerId })
  const part = made.parts[0]!
  const rows = given.map((one, n) => {
    const entry = typeof one === 'string' ? { status: one } : one
    const isFailed = entry.status === 'failed'
    return {
      runId: made.runId,
      runLibraryId: part.runLibraryId,
      showId: part.showIds[0]!,
      lane: 0,
      kind: 'episode' as const,
      season: 1,
      key: `Show/episode ${n}.mkv`,
      fingerprint: `${n}`,
      label: `Episode ${n}`,
      path: `/shows/Show/episode ${n}.mkv`,
      code: isFailed ? ('file_missing' as const) : null,
      detail: isFailed ? 'It is not there.' : null,
      resolution: isFailed ? ('open' as const) : null,
      settledAt: entry.status === 'staged' ? null : new Date(0).toISOString(),
      ...entry,
    }
  })
  const inserted = await db.insert(runEntry).values(rows).returning({ id: runEntry.id })
  const byStatus = Map.groupBy(rows, (row) => row.status)
  byStatus.delete('staged')
  for (const [status, ones] of byStatus) await made.settle(0, 0, ones.length, status as SettledStatus)
  return { made, ids: inserted.map((row) => row.id) }
}
