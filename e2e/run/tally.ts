/** How many tests passed, failed and were left out. */
export type Tally = { passed: number; failed: number; skipped: number }

/** No test at all. */
export const none: Tally = { passed: 0, failed: 0, skipped: 0 }

/** What a runner says of its tests, and whether it ended well: one that didn't has failed somewhere, counted or not. */
export function withExit(tally: Tally | null, exitCode: number): Tally {
  const counted = tally ?? none
  const hasHiddenFault = (exitCode !== 0 || tally === null) && counted.failed === 0
  return hasHiddenFault ? { ...counted, failed: 1 } : counted
}

/** All of them together. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    none,
  )
}

/** The last line of `npm test`, which scripts read. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
