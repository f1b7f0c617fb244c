import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { type MissingCount, whyAsk } from '../domain/missing.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import type { MissingQuestion } from '../schema/source.ts'
import type { RunPart } from './lane.ts'

/** Kept of the keys that are gone, for a person to look at. */
const SAMPLE = 20

/**
 * After a complete full listing: marks what the library knew before and this listing did not see. Only under
 * folders that were listed without an error; never deleted. When so much is gone that it looks like a disk that
 * is not mounted, nothing is marked and the library asks. Answers the event that says so, null when all is there.
 */
export async function markMissing(tx: Tx, part: RunPart): Promise<Omit<DraftEvent, 'scope'> | null> {
  const isWhole = part.mode === 'full' && !part.dryRun && !part.options.kinds?.length
  if (!isWhole) return null
  await tx.execute(sql`
    create temporary table if not exists gone_keys (key text, folder text) on commit drop`)
  await tx.execute(sql`truncate gone_keys`)
  await tx.execute(sql`
    insert into gone_keys (key, folder) select k.key, split_part(k.key, '/', 1) from library_entry k
    where k.library_id = ${part.libraryId} and k.first_run < ${part.runId} and k.missing_since is null
      and not exists (select 1 from run_entry e where e.run_library_id = ${part.runLibraryId} and e.key = k.key)
      and not exists (select 1 from run_entry e where e.run_library_id = ${part.runLibraryId} and e.kind = 'other'
        and e.data->'trouble'->>'code' in ('permission_denied', 'source_unreachable', 'file_missing')
        and starts_with(k.key, e.key || '/'))`)
  const count = await countMissing(tx, part)
  if (count.missing === 0) {
    await tx.execute(sql`update library set needs_answer = null where id = ${part.libraryId}`)
    return null
  }
  const ask = whyAsk(count)
  if (ask) return askPerson(tx, part, count, ask)
  await tx.execute(sql`
    update library_entry k set missing_since = now() from gone_keys g
    where k.library_id = ${part.libraryId} and k.key = g.key`)
  await tx.execute(sql`update library set needs_answer = null where id = ${part.libraryId}`)
  return {
    type: 'library.advanced',
    level: 'info',
    phase: 'library',
    message: `${part.title}: ${count.missing.toLocaleString('en')} gone since the last full run, marked as missing`,
    extra: { missing: count.missing },
  }
}

async function countMissing(tx: Tx, part: RunPart): Promise<MissingCount> {
  const [all] = await tx.execute<{ known: number; missing: number }>(sql`
    select (select count(*)::integer from library_entry where library_id = ${part.libraryId}
      and first_run < ${part.runId} and missing_since is null) as known,
      (select count(*)::integer from gone_keys) as missing`)
  if (!all || all.missing === 0) return { known: all?.known ?? 0, missing: 0, folders: [] }
  const folders = await tx.execute<MissingCount['folders'][number] & { [key: string]: unknown }>(sql`
    select g.folder, g.missing, (select count(*)::integer from library_entry k where k.library_id = ${part.libraryId}
      and k.first_run < ${part.runId} and k.missing_since is null and starts_with(k.key, g.folder || '/')) as known
    from (select folder, count(*)::integer as missing from gone_keys group by folder) g
    order by g.missing desc, g.folder limit 100`)
  return { ...all, folders: [...folders] }
}

async function askPerson(
  tx: Tx,
  part: RunPart,
  count: MissingCount,
  ask: NonNullable<ReturnType<typeof whyAsk>>,
): Promise<Omit<DraftEvent, 'scope'>> {
  const sample = await tx.execute<{ key: string }>(
    sql`select key from gone_keys order by key limit ${SAMPLE}`,
  )
  const question: MissingQuestion = {
    runId: part.runId,
    runLibraryId: part.runLibraryId,
    missing: count.missing,
    known: count.known,
    why: ask.why,
    ...(ask.folder === undefined ? {} : { folder: ask.folder }),
    sample: sample.map((row) => row.key),
  }
  await tx.execute(sql`
    update library set needs_answer = ${JSON.stringify(question)}::jsonb where id = ${part.libraryId}`)
  const what = ask.folder === undefined ? '' : ` (all of “${ask.folder}”)`
  return {
    type: 'library.advanced',
    level: 'warn',
    phase: 'library',
    message:
      `${part.title}: ${count.missing.toLocaleString('en')} of ${count.known.toLocaleString('en')} known items are gone${what}. ` +
      'Nothing was marked: is a disk not mounted?',
    extra: { code: 'needs_answer', missing: count.missing, known: count.known },
  }
}

/**
 * A person's answer: mark what that listing did not see, or leave it all as it is; answers how many were marked.
 * Null when nothing is asked any more, when the question is not that of the run `askedBy`, or when that run has
 * been cleared: without its entries nobody can tell what it did not see, so nothing is marked.
 */
export async function answerMissing(
  tx: Tx,
  libraryId: number,
  answer: 'mark' | 'keep',
  askedBy?: number,
): Promise<number | null> {
  const [row] = await tx.execute<{ question: MissingQuestion | null }>(sql`
    select needs_answer as question from library where id = ${libraryId} for update`)
  if (!row?.question || (askedBy !== undefined && row.question.runId !== askedBy)) return null
  await tx.execute(sql`update library set needs_answer = null where id = ${libraryId}`)
  if (answer === 'keep') return 0
  const { runId, runLibraryId } = row.question
  const listing = await tx.execute(sql`select 1 from run_library where id = ${runLibraryId}`)
  if (listing.length === 0) return null
  const marked = await tx.execute(sql`
    update library_entry k set missing_since = now()
    where k.library_id = ${libraryId} and k.first_run < ${runId} and k.last_run <= ${runId} and k.missing_since is null
      and not exists (select 1 from run_entry e where e.run_library_id = ${runLibraryId} and e.key = k.key)
    returning 1`)
  return marked.length
}
