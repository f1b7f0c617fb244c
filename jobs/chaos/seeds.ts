import { openArena } from './arena.ts'
import { makeCrew } from './crew.ts'
import { runSeed, type SeedResult } from './run-seed.ts'

/** What many seeds came to. */
export interface Summary {
  chaos: 'summary'
  seeds: number
  passed: number
  failed: number[]
  seconds: number
  entries: number
}

const SWEEP_MS = 250

/** Plays seeds one after another on a server of their own, until aborted, and tells of each as it ends. */
export async function runSeeds(
  { seeds, logLevel, signal }: { seeds: readonly number[]; logLevel: string; signal: AbortSignal },
  tell: (result: SeedResult) => void,
): Promise<Summary> {
  const startedMs = performance.now()
  const arena = await openArena()
  const crew = makeCrew({ sweepMs: SWEEP_MS, logLevel })
  const failed: number[] = []
  let entries = 0
  let played = 0
  try {
    for (const seed of seeds) {
      if (signal.aborted) break
      played += 1
      const result = await runSeed(arena, crew, seed)
      if (result.faults.length > 0) failed.push(seed)
      entries += result.entries
      tell(result)
    }
  } finally {
    await crew.close()
    await arena.close()
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  return { chaos: 'summary', seeds: played, passed: played - failed.length, failed, seconds, entries }
}
