import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Tally } from './tally.ts'

const zVitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  // A file that could not even be loaded has no tests to count.
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const zPlaywright = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** What vitest's JSON report counts; null where there is none. */
export async function readVitestReport(file: string): Promise<Tally | null> {
  const report = zVitest.safeParse(await readJson(file))
  if (!report.success) return null
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data
  const unloaded = testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** What Playwright's JSON report counts; null where there is none. A test that passed when tried again passed. */
export async function readPlaywrightReport(file: string): Promise<Tally | null> {
  const report = zPlaywright.safeParse(await readJson(file))
  if (!report.success) return null
  const { expected, flaky, unexpected, skipped } = report.data.stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}
