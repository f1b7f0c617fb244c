import type { Json } from '../../../db/domain/json.ts'
import { listWorkers } from '../../../db/queries/worker.ts'
import type { Probe, ProbeAnswer } from '../../../jobs/contract/probes.ts'
import type { Context } from '../../trpc.ts'

/** What is wrong, as a check tells it: a code of the catalogue, or that there is no worker to look. */
export interface CheckTrouble {
  code: string
  detail: string
  evidence?: { [key: string]: Json } | undefined
}

/** What a check found. */
export type CheckView = { ok: true; note: string } | { ok: false; trouble: CheckTrouble }

/** Somebody starts or restarts: worth a moment, not worth the whole wait. */
const STARTING_MS = 2_000
const ANSWER_MS = 15_000

const NO_WORKER = {
  code: 'no_worker',
  detail: 'No worker is running, so nobody can look. Start one: npm run worker',
}
const NO_ANSWER = {
  code: 'source_unreachable',
  detail: `The worker had no answer within ${ANSWER_MS / 1000} seconds. The folder may be on a disk or share that hangs.`,
}

/** Asks a worker; that none answers is trouble like any other. */
export async function askWorker(ctx: Pick<Context, 'db' | 'probes'>, question: Probe): Promise<ProbeAnswer> {
  const isThere = async () => (await listWorkers(ctx.db)).length > 0
  const answer = await ctx.probes.ask(question, { waitMs: (await isThere()) ? ANSWER_MS : STARTING_MS })
  if (!('noWorker' in answer)) return answer
  return { ok: false, trouble: (await isThere()) ? NO_ANSWER : NO_WORKER }
}

/** Asks for a check. */
export async function askCheck(ctx: Pick<Context, 'db' | 'probes'>, question: Probe): Promise<CheckView> {
  const answer = await askWorker(ctx, question)
  if (!answer.ok) return answer
  return { ok: true, note: 'note' in answer ? answer.note : '' }
}
