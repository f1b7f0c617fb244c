import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { cleanJson, cleanText } from '../domain/clean-text.ts'
import { countSettled, settledOf } from '../domain/counts.ts'
import type { Draft } from '../domain/draft.ts'
import type { Outcome } from '../domain/outcome.ts'
import { addToAttempts } from './attempt-progress.ts'
import { batchEvents } from './batch-events.ts'
import { checkLease, type Lease, type RunPart } from './lane.ts'
import { finishTransaction, movePart } from './library-part.ts'
import type { RunCursor } from './ledger.ts'
import { planWould } from './plan-would.ts'
import { addToShows } from './show-counts.ts'
import { jsonText, rowsOf } from './sql-rows.ts'
import type { StagedEntry } from './staged-entries.ts'
import { type Written, writeCatalogue } from './write-catalogue.ts'

/** An entry with what became of it. A draft goes into the catalogue (not in a dry run). */
export interface Settlement {
  entry: StagedEntry
  outcome: Outcome
  draft: Draft | null
  tookMs: number | null
}

/** Thrown when an entry of the batch is no longer staged at its attempt: roll back and read again. */
export class BatchStale extends Error {
  constructor(runLibraryId: number) {
    super(`a batch of run library ${runLibraryId} was settled by somebody else`)
    this.name = 'BatchStale'
  }
}

/**
 * Writes a batch: catalogue, outcomes, what is known between runs, shows, library, and the run's hot row last,
 * with one event that carries the new totals. All or nothing; each entry once an attempt. Answers the run as it
 * then is. Throws `LeaseLost`, `RunFenced` or `BatchStale`.
 */
export async function settleBatch(
  tx: Tx,
  lease: Lease,
  part: RunPart,
  reader: number,
  decided: readonly Settlement[],
): Promise<RunCursor> {
  await checkLease(tx, lease)
  const settlements = part.dryRun ? await planWould(tx, part.runId, decided) : decided
  const written = part.dryRun ? new Map<Settlement, Written>() : await writeDrafts(tx, part, settlements)
  await writeOutcomes(tx, part, settlements, written)
  if (!part.dryRun) await writeLibraryEntries(tx, part, reader, settlements, written)
  const units = settlements.map(({ entry, outcome }) => ({
    showId: entry.showId,
    status: outcome.status,
    wasSettled: entry.wasSettled,
  }))
  await addToShows(tx, units)
  const counts = countSettled(units)
  const row = await movePart(tx, part.runLibraryId, { counts, open: -settlements.length })
  await checkLease(tx, lease)
  const ofAttempts = await addToAttempts(tx, part.runId, settlements)
  return finishTransaction(tx, part, row, { counts, open: -settlements.length }, (cursor) => [
    ...batchEvents(part, row, settlements, settledOf(cursor)),
    ...ofAttempts,
  ])
}

async function writeDrafts(
  tx: Tx,
  part: RunPart,
  settlements: readonly Settlement[],
): Promise<Map<Settlement, Written>> {
  const withDraft = settlements.flatMap((one) => (one.draft ? [{ one, draft: one.draft }] : []))
  const written = await writeCatalogue(
    tx,
    part.libraryId,
    withDraft.map(({ draft }) => draft),
  )
  return new Map(withDraft.flatMap(({ one }, at) => (written[at] ? [[one, written[at]]] : [])))
}

async function writeOutcomes(
  tx: Tx,
  part: RunPart,
  settlements: readonly Settlement[],
  written: ReadonlyMap<Settlement, Written>,
): Promise<void> {
  const values = rowsOf(settlements, {
    id: ['bigint', (s) => s.entry.id],
    attempt: ['smallint', (s) => s.entry.attempt],
    status: ['text', (s) => s.outcome.status],
    action: ['text', ({ outcome }) => ('action' in outcome ? cleanText(outcome.action, 1000) : null)],
    code: ['text', ({ outcome }) => ('code' in outcome ? outcome.code : null)],
    cause: ['text', ({ outcome }) => ('code' in outcome ? causeOf(outcome) : null)],
    detail: ['text', ({ outcome }) => detailOf(outcome)],
    evidence: [
      'text',
      ({ outcome }) =>
        'evidence' in outcome ? jsonText(outcome.evidence && cleanJson(outcome.evidence)) : null,
    ],
    title_id: ['integer', (s) => written.get(s)?.titleId ?? null],
    file_id: ['integer', (s) => written.get(s)?.fileId ?? null],
    took_ms: ['integer', (s) => s.tookMs],
  })
  const rows = await tx.execute(sql`
    update run_entry e set status = v.status, action = v.action, code = v.code, cause = v.cause, detail = v.detail,
      evidence = v.evidence::jsonb, resolution = case when v.status = 'failed' then 'open' when e.prior_status = 'failed' then 'fixed' end,
      title_id = v.title_id, file_id = v.file_id, took_ms = v.took_ms, settled_at = now(),
      settled_by = pg_current_xact_id(), prior_status = null
    from ${values}
    where e.id = v.id and e.attempt = v.attempt and e.status || '' = 'staged' returning 1`)
  if (rows.length !== settlements.length) throw new BatchStale(part.runLibraryId)
}

function detailOf(outcome: Outcome): string | null {
  if ('detail' in outcome) return cleanText(outcome.detail)
  return outcome.warnings ? cleanText(outcome.warnings.join('\n')) : null
}

/** What failures are grouped by: the code, and the folder, host or mapping it happened at, where there is one. */
function causeOf(trouble: { code: string; evidence?: { [key: string]: unknown } }): string {
  const scope =
    trouble.evidence?.['folder'] ?? trouble.evidence?.['host'] ?? trouble.evidence?.['firstFailingParent']
  return cleanText(typeof scope === 'string' ? `${trouble.code}:${scope}` : trouble.code, 400)
}

async function writeLibraryEntries(
  tx: Tx,
  part: RunPart,
  reader: number,
  settlements: readonly Settlement[],
  written: ReadonlyMap<Settlement, Written>,
): Promise<void> {
  const sorted = [...settlements].sort((a, b) => (a.entry.key < b.entry.key ? -1 : 1))
  const values = rowsOf(sorted, {
    key: ['text', (s) => s.entry.key],
    fingerprint: ['text', (s) => s.entry.fingerprint],
    status: ['text', (s) => s.outcome.status],
    code: ['text', ({ outcome }) => ('code' in outcome ? outcome.code : null)],
    file_id: ['integer', (s) => written.get(s)?.fileId ?? null],
  })
  await tx.execute(sql`
    insert into library_entry as old (library_id, key, fingerprint, reader, status, code, file_id, first_run, last_run)
    select ${part.libraryId}::integer, v.key, v.fingerprint, ${reader}::smallint, v.status, v.code, v.file_id,
      ${part.runId}::integer, ${part.runId}::integer
    from ${values} order by v.ord
    on conflict (library_id, key) do update set fingerprint = excluded.fingerprint, reader = excluded.reader,
      status = excluded.status, code = excluded.code, file_id = coalesce(excluded.file_id, old.file_id),
      last_run = excluded.last_run, missing_since = null`)
}
