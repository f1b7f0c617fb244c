import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** Seeds that between them kill, freeze and cut workers in every phase, and once crash the server. */
const SEEDS = [2, 5, 7, 9, 10, 14, 15, 16, 17, 19, 20, 24, 29, 30]

test('whatever is killed, every run ends exact and nothing is left held', { timeout: 300_000 }, async () => {
  // A process of its own: the sessions that chaos ends under transactions must not be those of the tests.
  const main = path.join(import.meta.dirname, 'main.ts')
  const ran = await promisify(execFile)(process.execPath, [main, '--only', SEEDS.join()]).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  const lines = ran.stdout.trim().split('\n')
  const summary: unknown = JSON.parse(lines.at(-1) || '{}')
  expect(summary, lines.slice(0, -1).join('\n') + ran.stderr).toMatchObject({
    passed: SEEDS.length,
    failed: [],
  })
})
