import { z } from 'zod'

/** Every task that graphile-worker may run, with what its payload must be. Stored jobs may be older than us: parse. */
export const TASKS = {
  prescan: z.object({ runLibraryId: z.number().int() }),
  ingest: z.object({ runLibraryId: z.number().int(), lane: z.number().int() }),
  stage_attempt: z.object({ runId: z.number().int(), attempt: z.number().int() }),
} as const

export type TaskName = keyof typeof TASKS
export type TaskPayload<Name extends TaskName> = z.infer<(typeof TASKS)[Name]>
