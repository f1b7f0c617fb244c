import { connectRaw, type Db } from '../../db/connect.ts'
import { findStopping } from '../../db/queries/stopping-runs.ts'
import { RUN_CHANNEL } from '../../db/queries/ledger.ts'

/** How often the states are looked at without having been nudged, and least time between two looks. */
const PACE = { everyMs: 2000, restMs: 150 }

/** Tells tasks that their run should stop, while they are in the middle of a long read. */
export interface RunWatch {
  /** A signal that aborts when the run is no longer running; call `done` when the task ends. */
  watch(runId: number): { signal: AbortSignal; done(): void }
  close(): Promise<void>
}

/** Listens to the runs' nudges for all tasks of a worker, on one connection. */
export async function makeRunWatch(db: Db, databaseUrl: string): Promise<RunWatch> {
  const watched = new Map<number, Set<AbortController>>()
  let isLooking = false
  let isAskedAgain = false
  let restTimer: ReturnType<typeof setTimeout> | undefined
  const look = async (): Promise<void> => {
    if (watched.size === 0) return
    const stopping = await findStopping(db, [...watched.keys()])
    for (const runId of stopping) for (const controller of watched.get(runId) ?? []) controller.abort()
  }
  // A look that fails is made up for by the next: tasks also see the state after every batch.
  const ask = (): void => {
    if (isLooking || restTimer) {
      isAskedAgain = true
      return
    }
    isLooking = true
    look()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false
        restTimer = setTimeout(() => {
          restTimer = undefined
          if (isAskedAgain) {
            isAskedAgain = false
            ask()
          }
        }, PACE.restMs)
      })
  }
  const client = connectRaw(databaseUrl, { max: 1, max_lifetime: null })
  await client.listen(
    RUN_CHANNEL,
    (payload) => {
      if (watched.has(Number(payload))) ask()
    },
    ask,
  )
  const timer = setInterval(ask, PACE.everyMs)
  return {
    watch(runId) {
      const controller = new AbortController()
      const set = watched.get(runId) ?? new Set()
      watched.set(runId, set.add(controller))
      return {
        signal: controller.signal,
        done: () => {
          set.delete(controller)
          if (set.size === 0 && watched.get(runId) === set) watched.delete(runId)
        },
      }
    },
    close: async () => {
      clearInterval(timer)
      clearTimeout(restTimer)
      await client.end({ timeout: 2 })
    },
  }
}
