import { api } from './api.ts'
import { queryClient } from './query-client.ts'

/** Starts a full ingest of these libraries; clicked twice with the same key it is one run. */
export async function startRun(libraryIds: number[], idempotencyKey: string): Promise<number> {
  const { runId } = await api.runs.start.mutate({ libraryIds, mode: 'full', idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['runs'] })
  return runId
}

/** A key for one intent to start; made without crypto.randomUUID, which plain-HTTP addresses do not have. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
