/** Counts wrong tries; time is handed in, in milliseconds. */
export interface Attempts {
  /** Milliseconds until another try is allowed; 0 when it is allowed now, and then it counts as wrong until forgiven. */
  take(key: string): number
  /** Forgets the tries of a key: the last one was right. */
  forgive(key: string): void
}

/**
 * Allows `limit` wrong tries of one key within `windowMs`. A try counts from when it begins, so that many at
 * once do not slip past.
 */
export function createAttempts(options: { limit: number; windowMs: number; now: () => number }): Attempts {
  const { limit, windowMs, now } = options
  const tries = new Map<string, number[]>()
  return {
    take(key) {
      const since = now() - windowMs
      const recent = (tries.get(key) ?? []).filter((at) => at > since)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= limit) return oldest - since
      tries.delete(key)
      tries.set(key, [...recent, now()])
      for (const [other, times] of tries) {
        // The map keeps the order of last use: everything from the first fresh one on is fresh.
        if ((times.at(-1) ?? 0) > since) break
        tries.delete(other)
      }
      return 0
    },
    forgive: (key) => void tries.delete(key),
  }
}
