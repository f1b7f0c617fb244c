import { TRPCError } from '@trpc/server'
import type { Tx } from '../../../db/connect.ts'
import { findUse } from '../../../db/queries/libraries.ts'

/** Refuses while a run uses one of these libraries or waits for it. The libraries are locked already. */
export async function refuseInUse(
  tx: Tx,
  libraries: readonly { libraryId: number }[],
  what: 'remove it' | 'change what it holds',
): Promise<void> {
  const ids = libraries.map((library) => library.libraryId)
  const use = await findUse(tx, ids)
  if (!use) return
  throw new TRPCError({
    code: 'CONFLICT',
    message: `Run #${use.runId} is using “${use.title}”. Cancel that run or let it end, then ${what}.`,
  })
}
