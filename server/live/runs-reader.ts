import type { Db } from '../../db/connect.ts'
import { existingRuns, readRecentRuns } from '../../db/queries/run-views/recent-runs.ts'
import type { Viewer } from '../../db/queries/run-views/visible-runs.ts'
import { listWorkers } from '../../db/queries/worker.ts'
import { createLine } from './in-line.ts'
import type { Mailbox } from './mailbox.ts'
import { createPulse, type Pulse } from './pulse.ts'
import { changeOf, listFor, patchFor, type RunsList } from './runs-list.ts'

/** Reads the list of runs for all of its subscribers in this process; each is told of what they may see. */
export interface RunsReader extends Pulse {
  /** Leaves the list as it is in the mailbox, and from then on what changes of it. */
  join(mailbox: Mailbox, viewer: Viewer): Promise<void>
  leave(mailbox: Mailbox): void
}

/** A reader of the `newest` runs and all that have not ended, that looks at most once per `everyMs`. */
export function createRunsReader(options: {
  db: Db
  newest: number
  everyMs: number
  onError: (error: unknown) => void
}): RunsReader {
  const { db, newest } = options
  const members = new Map<Mailbox, Viewer>()
  const left = new WeakSet<Mailbox>()
  let list: RunsList | null = null
  const inLine = createLine()
  const pulse = createPulse({ everyMs: options.everyMs, work: () => inLine(look), onError: options.onError })

  async function read(): Promise<RunsList> {
    const [rows, workers] = await Promise.all([readRecentRuns(db, newest), listWorkers(db)])
    return { rows, workers: workers.length }
  }

  async function look(): Promise<void> {
    if (!list || members.size === 0) return
    const before = list
    const after = await read()
    const kept = new Set(after.rows.map((row) => row.summary.id))
    const missing = before.rows.map((row) => row.summary.id).filter((id) => !kept.has(id))
    const change = changeOf(before, after, await existingRuns(db, missing))
    list = after
    for (const [mailbox, viewer] of members) {
      const frame = patchFor(viewer, change, { before: before.workers, now: after.workers })
      if (frame) mailbox.put(frame, fresh(viewer))
    }
  }

  function fresh(viewer: Viewer) {
    return () => listFor(viewer, list ?? { rows: [], workers: 0 }, newest)
  }

  return {
    nudge: () => pulse.nudge(),
    join: (mailbox, viewer) =>
      inLine(async () => {
        list ??= await read()
        if (left.has(mailbox)) return
        members.set(mailbox, viewer)
        mailbox.put(fresh(viewer)(), fresh(viewer))
        // What was nudged while nobody had joined was not looked at.
        pulse.nudge()
      }),
    leave(mailbox) {
      left.add(mailbox)
      members.delete(mailbox)
    },
    async close() {
      await pulse.close()
      await inLine(() => Promise.resolve())
    },
  }
}
