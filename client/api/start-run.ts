import { api } from './api.ts'
import { queryClient } from './query-client.ts'

/** What a person asks to be run. */
export interface StartRequest {
  libraryIds: number[]
  mode: 'full' | 'incremental'
  dryRun?: boolean
  /** Only these; all when left out. */
  kinds?: ('movie' | 'episode')[] | undefined
  /** Also imports again what is there already. */
  force?: boolean | undefined
  /** The dry run whose plan is carried out. */
  planOf?: number
}

/** Starts a run and answers its number; asked twice with the same key it is one run. */
export async function startRun(request: StartRequest, idempotencyKey: string): Promise<number> {
  const { libraryIds, mode, dryRun = false, kinds, force, planOf } = request
  const { runId } = await api.runs.start.mutate({
    libraryIds,
    mode,
    dryRun,
    ...(kinds && { kinds }),
    options: { ...(force && { force }), ...(planOf !== undefined && { planOf }) },
    idempotencyKey,
  })
  void queryClient.invalidateQueries({ queryKey: ['runs'] })
  return runId
}

/** A key for one intent to start; made without crypto.randomUUID, which plain-HTTP addresses do not have. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
