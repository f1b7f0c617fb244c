/** Work that is asked for often and done seldom. */
export interface Pulse {
  /** The work is done once more after this, at most one `everyMs` later. */
  nudge(): void
  /** Nothing starts any more; answers when what had started is over. */
  close(): Promise<void>
}

/**
 * Does `work` for any number of nudges at most once per `everyMs`, never twice at a time, and always once after
 * the last nudge. What it throws goes to `onError` and ends nothing.
 */
export function createPulse(options: {
  everyMs: number
  work: () => Promise<void>
  onError: (error: unknown) => void
}): Pulse {
  let isWanted = false
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let startedAt = -Infinity

  function plan() {
    if (!isWanted || isClosed || timer || running) return
    const waitMs = Math.max(0, startedAt + options.everyMs - performance.now())
    timer = setTimeout(() => {
      timer = null
      running = beat()
    }, waitMs)
  }

  async function beat() {
    isWanted = false
    startedAt = performance.now()
    try {
      await options.work()
    } catch (error) {
      options.onError(error)
    }
    running = null
    plan()
  }

  return {
    nudge() {
      isWanted = true
      plan()
    },
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      timer = null
      await running
    },
  }
}
