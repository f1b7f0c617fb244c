import type { Db } from '../../db/connect.ts'
import { atOneMoment } from '../../db/queries/run-views/one-moment.ts'
import { readRun } from '../../db/queries/run-views/find-run.ts'
import { listEvents } from '../../db/queries/run-views/run-events.ts'
import { createLine } from './in-line.ts'
import type { Mailbox } from './mailbox.ts'
import { SNAPSHOT_EVENTS, type RunFrame } from './merge-frames.ts'
import { createPulse, type Pulse } from './pulse.ts'
import * as pictures from './run-picture.ts'
import { readTouchedShows } from './touched-shows.ts'

/** Reads one run for all of its subscribers in this process. */
export interface RunReader extends Pulse {
  /** Leaves in the mailbox what leads from event `after` to now (null: a snapshot), and from then on every change. */
  join(mailbox: Mailbox, after: number | null): Promise<void>
  leave(mailbox: Mailbox): void
}

/** A reader of a run that looks at most once per `everyMs`. It reads nothing until somebody joins. */
export function createRunReader(options: {
  db: Db
  runId: number
  everyMs: number
  onError: (error: unknown) => void
}): RunReader {
  const { db, runId } = options
  const members = new Set<Mailbox>()
  const left = new WeakSet<Mailbox>()
  /** Shows as they were last sent, as text: those that only look touched are not sent again. */
  const sentShows = new Map<number, string>()
  let picture: pictures.RunPicture | null = null
  // Every read of this run waits its turn, so what one subscriber reads for itself never lies between two looks.
  const inLine = createLine()
  const pulse = createPulse({ everyMs: options.everyMs, work: () => inLine(look), onError: options.onError })

  /** Reads the run anew and forgets what was known of it; null when it is gone. */
  async function open(): Promise<pictures.RunPicture | null> {
    sentShows.clear()
    picture = await atOneMoment(db, async (tx) => {
      const view = await readRun(tx, runId)
      if (!view) return null
      return pictures.pictureOf(view, await listEvents(tx, { runId, limit: SNAPSHOT_EVENTS }))
    })
    return picture
  }

  async function look(): Promise<void> {
    const before = picture
    if (!before || members.size === 0) return
    const read = await atOneMoment(db, async (tx) => {
      const view = await readRun(tx, runId)
      if (!view) return 'gone'
      if (view.lastSeq < before.seq || view.lastSeq - before.seq > pictures.KEPT_EVENTS) return 'far ahead'
      const events = await listEvents(tx, { runId, afterSeq: before.seq, limit: pictures.KEPT_EVENTS })
      const since = { events, retrying: before.view.counts.retrying }
      return { view, events, shows: await readTouchedShows(tx, view, since) }
    })
    if (read === 'gone') return over()
    if (read === 'far ahead') return (await open()) ? tell(snapshot()) : over()
    const shows = read.shows.filter((show) => sentShows.get(show.showId) !== JSON.stringify(show))
    for (const show of shows) sentShows.set(show.showId, JSON.stringify(show))
    picture = pictures.pictureAfter(before, read.view, read.events)
    tell(pictures.patchOf(before, picture, { events: read.events, shows }))
  }

  /** What leads from event `after` to the picture; null when only a snapshot does. */
  async function resume(now: pictures.RunPicture, after: number): Promise<RunFrame | null> {
    const missed = now.seq - after
    if (missed < 0 || missed > pictures.KEPT_EVENTS) return null
    return atOneMoment(db, async (tx) => {
      const events =
        pictures.keptAfter(now, after) ?? (await listEvents(tx, { runId, afterSeq: after, limit: missed }))
      // Fewer than were numbered: some are pruned.
      if (events.length < missed) return null
      const shows = await readTouchedShows(tx, now.view, { events, retrying: 0 })
      return pictures.resumptionOf(now, events, shows)
    })
  }

  function snapshot(): RunFrame {
    if (!picture) throw new Error(`run ${runId} has not been read`)
    return pictures.snapshotOf(picture)
  }

  function tell(frame: RunFrame | null): void {
    if (frame) for (const mailbox of members) mailbox.put(frame, snapshot)
  }

  function over(): void {
    picture = null
    for (const mailbox of members) mailbox.putGone(`run:${runId}`)
    members.clear()
  }

  return {
    nudge: () => pulse.nudge(),
    join: (mailbox, after) =>
      inLine(async () => {
        const now = picture ?? (await open())
        const frame = now && after !== null ? await resume(now, after) : null
        if (left.has(mailbox)) return
        if (!now) return mailbox.putGone(`run:${runId}`)
        members.add(mailbox)
        mailbox.put(frame ?? snapshot(), snapshot)
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
