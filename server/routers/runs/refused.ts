import { TRPCError } from '@trpc/server'
import { MoveRefused } from '../../../db/queries/control-run.ts'
import { RunFenced } from '../../../db/queries/ledger.ts'
import { RetryRefused } from '../../../db/queries/retry-run.ts'
import { noSuchRun } from './visible-run.ts'

/** Says a refusal of the engine to the person with its own sentence; what is none is passed on as it is. */
export function toldRefusal(error: unknown, runId: number): unknown {
  if (error instanceof RunFenced) return noSuchRun(runId)
  if (error instanceof MoveRefused) return refusal('CONFLICT', error)
  if (error instanceof RetryRefused) {
    return refusal(error.code === 'nothing' ? 'BAD_REQUEST' : 'CONFLICT', error)
  }
  return error
}

function refusal(code: 'CONFLICT' | 'BAD_REQUEST', error: Error): TRPCError {
  return new TRPCError({ code, message: error.message, cause: error })
}
