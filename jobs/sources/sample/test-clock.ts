import { setImmediate } from 'node:timers/promises'
import type { Clock } from './pace.ts'

/** A clock that stands still until everyone waits, then jumps to whoever is first: no test waits for real. */
export class TestClock implements Clock {
  #nowMs = 0
  #sleepers: { untilMs: number; wake: () => void }[] = []

  nowMs(): number {
    return this.#nowMs
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#sleepers.push({ untilMs: this.#nowMs + ms, wake: resolve })
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  }

  /** Moves the time on for as long as the work needs, and gives what came of it. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false
    const settle = () => {
      isDone = true
    }
    work.then(settle, settle)
    while (!isDone) {
      await setImmediate()
      this.#wakeFirst()
    }
    return await work
  }

  #wakeFirst(): void {
    this.#sleepers.sort((a, b) => a.untilMs - b.untilMs)
    const first = this.#sleepers.shift()
    if (!first) return
    this.#nowMs = Math.max(this.#nowMs, first.untilMs)
    first.wake()
  }
}
