import { setTimeout } from 'node:timers/promises'
import type { Clock } from './pace.ts'

/** The machine's own clock. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  async wait(ms, signal) {
    await setTimeout(ms, undefined, { signal })
  },
}
