/** The time as a pace sees it; tests hand in their own. */
export interface Clock {
  nowMs(): number
  /** Resolves after that long; rejects at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** How far a pace may catch up after its users were late: longer than a timer's grain, too short to be seen. */
const CATCH_UP_MS = 100

/** A rate that several users share, first come, first served, so that none of them gets ahead of the others. */
export class Pace {
  readonly #msEach: number
  readonly #clock: Clock
  #nextMs: number

  /** Zero units a second is no limit. */
  constructor(unitsPerSecond: number, clock: Clock) {
    this.#msEach = unitsPerSecond > 0 ? 1000 / unitsPerSecond : 0
    this.#clock = clock
    this.#nextMs = clock.nowMs()
  }

  /** Resolves when these units may pass; rejects as soon as the signal aborts. */
  async take(units: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (this.#msEach === 0) return
    const nowMs = this.#clock.nowMs()
    // The turn is taken before the wait: whoever asks later is served later.
    this.#nextMs = Math.max(this.#nextMs, nowMs - CATCH_UP_MS) + units * this.#msEach
    if (this.#nextMs > nowMs) await this.#clock.wait(this.#nextMs - nowMs, signal)
  }
}
