import type { Probe, ProbeAnswer } from '../jobs/contract/probes.ts'

/** Asks a worker something and waits for its answer; `no_worker` when none answered before the deadline. */
export interface Probes {
  ask(question: Probe, options?: { waitMs?: number }): Promise<ProbeAnswer | { ok: false; noWorker: true }>
  close(): Promise<void>
}
