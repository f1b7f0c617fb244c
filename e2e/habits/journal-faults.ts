import { z } from 'zod'

/** What drizzle-kit writes down about the migrations, as far as their order hangs on it. */
export const zJournal = z.object({
  entries: z.array(z.object({ idx: z.number().int(), when: z.number(), tag: z.string() })),
})
export type Journal = z.infer<typeof zJournal>

/**
 * What is wrong with the journal of migrations. A migration whose `when` is not later than the one before is
 * skipped in silence wherever that one has been applied; one that the journal does not name is never applied.
 */
export function journalFaults({ entries }: Journal, files: readonly string[]): string[] {
  const faults: string[] = []
  for (const [n, entry] of entries.entries()) {
    const before = entries[n - 1]
    if (entry.idx !== n) faults.push(`${entry.tag} is number ${entry.idx}, not ${n}`)
    if (before && entry.when <= before.when) faults.push(`${entry.tag} is not later than ${before.tag}`)
    if (!files.includes(`${entry.tag}.sql`)) faults.push(`${entry.tag}.sql is missing`)
  }
  const known = new Set(entries.map((entry) => `${entry.tag}.sql`))
  for (const file of files) {
    if (file.endsWith('.sql') && !known.has(file)) faults.push(`${file} is not in the journal`)
  }
  return faults
}
