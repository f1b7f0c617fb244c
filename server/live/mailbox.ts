import type { LiveFrame } from '../../db/domain/run-view.ts'
import { mergeRunFrames, mergeRunsFrames } from './merge-frames.ts'

/** What one subscriber has not taken yet: at most one frame a topic, however long it does not look. */
export interface Mailbox {
  /**
   * Leaves a frame, merged into the one of its topic that is still there. `fresh` makes a snapshot of the topic
   * as it is when it is called: what a subscriber gets that has let too many events pile up.
   */
  put(frame: LiveFrame, fresh: () => LiveFrame): void
  /** Leaves word that a topic is over for this subscriber, in the place of anything of it. */
  putGone(topic: string): void
  /** Makes the next `take` throw. */
  fail(error: unknown): void
  /** The oldest frame, as soon as there is one; null once closed. One taker at a time. */
  take(): Promise<LiveFrame | null>
  close(): void
}

type Pending =
  | { kind: 'frame'; frame: LiveFrame; fresh: () => LiveFrame }
  | { kind: 'late'; fresh: () => LiveFrame }

/** A mailbox whose patches hold at most `maxEvents` events between them before they give way to a snapshot. */
export function createMailbox({ maxEvents }: { maxEvents: number }): Mailbox {
  const pending = new Map<string, Pending>()
  let failure: { error: unknown } | null = null
  let isClosed = false
  let wake: (() => void) | null = null

  function woken() {
    wake?.()
    wake = null
  }

  function takeNow(): LiveFrame | null {
    const [first] = pending
    if (!first) return null
    const [key, waiting] = first
    pending.delete(key)
    return waiting.kind === 'late' ? waiting.fresh() : waiting.frame
  }

  return {
    put(frame, fresh) {
      if (isClosed) return
      const older = pending.get(frame.topic)
      pending.set(frame.topic, merged(older, frame, fresh, maxEvents))
      woken()
    },
    putGone(topic) {
      if (isClosed) return
      pending.delete(topic)
      const frame: LiveFrame = { topic: 'gone', gone: topic }
      pending.set(`gone ${topic}`, { kind: 'frame', frame, fresh: () => frame })
      woken()
    },
    fail(error) {
      failure ??= { error }
      woken()
    },
    async take() {
      for (;;) {
        if (isClosed) return null
        if (failure) throw failure.error
        const frame = takeNow()
        if (frame) return frame
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    close() {
      isClosed = true
      pending.clear()
      woken()
    },
  }
}

function merged(
  older: Pending | undefined,
  frame: LiveFrame,
  fresh: () => LiveFrame,
  maxEvents: number,
): Pending {
  const alone: Pending = { kind: 'frame', frame, fresh }
  if (!older || frame.topic === 'gone' || frame.topic === 'build' || frame.kind === 'snapshot') return alone
  if (older.kind === 'late') return older
  if (frame.topic === 'runs') {
    return older.frame.topic === 'runs' ? { ...alone, frame: mergeRunsFrames(older.frame, frame) } : alone
  }
  if (older.frame.topic !== frame.topic) return alone
  const both = mergeRunFrames(older.frame, frame)
  return both.events.length > maxEvents ? { kind: 'late', fresh } : { ...alone, frame: both }
}
