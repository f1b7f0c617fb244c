import { z } from 'zod'

/** What a chaos library holds and how badly it behaves; shares are of a thousand. */
export const zSetConfig = z.object({
  /** Two libraries of one space see the same files. */
  space: z.string(),
  first: z.number().int(),
  count: z.number().int(),
  /** Raised when things change at the source: some of them then have another fingerprint and size. */
  version: z.number().int(),
  /** Trouble that stays, that passes at a later look, rows that the database refuses, skips seen while listing. */
  failing: z.number(),
  passing: z.number(),
  refused: z.number(),
  skipped: z.number(),
  /** A short rest after so many readings, so that there is a middle to be killed in. */
  restMs: z.number(),
  /** How long a reading is stuck before each batch, deaf to whoever wants to stop it. */
  deafMs: z.number(),
  /** How often a process fails to list or read it at first, for no reason that has a name. */
  stumbles: z.number().int(),
  /** The listing stops for good after so many entries; null: it reaches its end. */
  breaksAfter: z.number().int().nullable(),
})
export type SetConfig = z.output<typeof zSetConfig>
