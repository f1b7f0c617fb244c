import { setTimeout as delay } from 'node:timers/promises'

/** How one part is stopped, and at once where there is no time. */
type Part = { name: string; stop: () => Promise<void> | void; force?: () => void; limitMs?: number }

/** What has been started and must be stopped, last first. */
export type StopOrder = {
  add: (part: Part) => void
  /** Stops everything once, however often it is called. A part that fails or hangs does not keep the others up. */
  stopAll: () => Promise<void>
  /** Ends at once what would otherwise live on without us. */
  forceAll: () => void
}

const usualLimitMs = 1000

/** An empty order, which tells what did not stop as it should. */
export function makeStopOrder(onFault: (name: string, fault: unknown) => void): StopOrder {
  const parts: Part[] = []
  let stopping: Promise<void> | null = null

  const stopOne = async (part: Part) => {
    const limitMs = part.limitMs ?? usualLimitMs
    const limit = new AbortController()
    const late = delay(limitMs, 'late', { signal: limit.signal }).catch(() => 'in time')
    try {
      const outcome = await Promise.race([part.stop(), late])
      if (outcome === 'late') onFault(part.name, new Error(`not stopped after ${limitMs} ms`))
    } catch (error) {
      onFault(part.name, error)
    } finally {
      limit.abort()
    }
  }

  return {
    add: (part) => parts.push(part),
    stopAll: () => {
      stopping ??= (async () => {
        for (const part of parts.toReversed()) await stopOne(part)
      })()
      return stopping
    },
    forceAll: () => {
      for (const part of parts.toReversed()) part.force?.()
    },
  }
}
