import type { Db } from '../../db/connect.ts'
import { createRunReader, type RunReader } from './run-reader.ts'
import { createRunsReader, type RunsReader } from './runs-reader.ts'

/** How often readers look, and how long the list of runs is. */
export interface ReadingPace {
  runEveryMs: number
  listEveryMs: number
  newestRuns: number
}

/** The readers of one process: one a run and one of the list, each only while somebody uses it. */
export interface Readers {
  /** The run's reader; give it back once with `releaseRun`. */
  useRun(runId: number): RunReader
  releaseRun(runId: number): void
  useList(): RunsReader
  releaseList(): void
  /** Something of this run has changed. */
  nudge(runId: number): void
  /** Anything may have changed. */
  nudgeAll(): void
  count(): number
  close(): Promise<void>
}

interface Used<Reader> {
  reader: Reader
  users: number
}

export function createReaders(db: Db, pace: ReadingPace, onError: (error: unknown) => void): Readers {
  const runs = new Map<number, Used<RunReader>>()
  const closing = new Set<Promise<void>>()
  let list: Used<RunsReader> | null = null

  function retire(reader: { close: () => Promise<void> }): void {
    const closed: Promise<void> = reader.close().finally(() => closing.delete(closed))
    closing.add(closed)
  }

  return {
    useRun(runId) {
      let used = runs.get(runId)
      if (!used) {
        used = { reader: createRunReader({ db, runId, everyMs: pace.runEveryMs, onError }), users: 0 }
        runs.set(runId, used)
      }
      used.users += 1
      return used.reader
    },
    releaseRun(runId) {
      const used = runs.get(runId)
      if (!used || --used.users > 0) return
      runs.delete(runId)
      retire(used.reader)
    },
    useList() {
      list ??= {
        reader: createRunsReader({ db, newest: pace.newestRuns, everyMs: pace.listEveryMs, onError }),
        users: 0,
      }
      list.users += 1
      return list.reader
    },
    releaseList() {
      if (!list || --list.users > 0) return
      retire(list.reader)
      list = null
    },
    nudge(runId) {
      runs.get(runId)?.reader.nudge()
      list?.reader.nudge()
    },
    nudgeAll() {
      for (const { reader } of runs.values()) reader.nudge()
      list?.reader.nudge()
    },
    count: () => runs.size + (list ? 1 : 0),
    async close() {
      for (const { reader } of runs.values()) retire(reader)
      if (list) retire(list.reader)
      await Promise.all(closing)
    },
  }
}
