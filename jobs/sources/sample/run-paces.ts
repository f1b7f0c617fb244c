import { type Clock, Pace } from './pace.ts'

/** How much faster than reading the listing goes: fast enough to be over soon, slow enough to be seen. */
const LISTING_SPEED = 20

/** The two paces of a run, to be released by each who has them. */
export interface RunPaces {
  listing: Pace
  reading: Pace
  release(): void
}

/**
 * Gives all who work for the same run in this process the same paces, so that the rate holds for the whole
 * run; they are forgotten with the last release. A pace of no run is the asker's own.
 */
export class PacesByRun {
  readonly #clock: Clock
  readonly #shared = new Map<string, { listing: Pace; reading: Pace; users: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get size(): number {
    return this.#shared.size
  }

  open(runId: number | null, unitsPerSecond: number): RunPaces {
    if (runId === null) return { ...this.#make(unitsPerSecond), release: () => {} }
    // Two sample sources of one run may be set to different rates.
    const key = `${runId} at ${unitsPerSecond}`
    const shared = this.#shared.get(key) ?? { ...this.#make(unitsPerSecond), users: 0 }
    this.#shared.set(key, shared)
    shared.users += 1
    let isReleased = false
    return {
      listing: shared.listing,
      reading: shared.reading,
      release: () => {
        if (isReleased) return
        isReleased = true
        shared.users -= 1
        if (shared.users === 0) this.#shared.delete(key)
      },
    }
  }

  #make(unitsPerSecond: number): { listing: Pace; reading: Pace } {
    return {
      listing: new Pace(unitsPerSecond * LISTING_SPEED, this.#clock),
      reading: new Pace(unitsPerSecond, this.#clock),
    }
  }
}
