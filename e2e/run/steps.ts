import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureClient } from '../../server/run/client-build.ts'
import { projectFolder } from '../../server/run/project-folder.ts'
import { provideBrowser } from './provide-browser.ts'
import { readPlaywrightReport, readVitestReport } from './reports.ts'
import { runCommand } from './run-command.ts'
import type { Tally } from './tally.ts'
import { none, withExit } from './tally.ts'

/** One part of `npm test`, and what came of it. Its reports go into the given folder. */
export type Step = { name: string; run: (reports: string) => Promise<Tally> }

/** Everything that `npm test` does, in its order: what is quick to fail first. */
export const steps: Step[] = [
  check('types', 'tsc', ['--noEmit']),
  check('lint', 'oxlint', []),
  check('format', 'oxfmt', ['--check']),
  { name: 'client build', run: buildClient },
  vitest('unit'),
  vitest('db'),
  { name: 'end to end', run: playwright },
]

function check(name: string, command: string, args: string[]): Step {
  const run = async () =>
    (await runCommand(command, args)) === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
  return { name, run }
}

async function buildClient(): Promise<Tally> {
  try {
    await ensureClient(projectFolder, (line) => process.stdout.write(`${line}\n`))
    return { ...none, passed: 1 }
  } catch (error) {
    process.stderr.write(`${String(error)}\n`)
    return { ...none, failed: 1 }
  }
}

function vitest(project: 'unit' | 'db'): Step {
  const run = async (reports: string) => {
    const report = path.join(reports, `${project}.json`)
    // The runner as config loader writes no file beside the config, where an ordinary user may not write.
    const options = [
      '--configLoader',
      'runner',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ]
    const exitCode = await runCommand('vitest', ['run', '--project', project, ...options])
    return withExit(await readVitestReport(report), exitCode)
  }
  return { name: project, run }
}

async function playwright(reports: string): Promise<Tally> {
  const config = path.join('e2e', 'playwright.config.ts')
  if (!existsSync(path.join(projectFolder, config))) return leaveOut('there is no configuration for it')
  const browser = await provideBrowser()
  if (browser === null) {
    return leaveOut('no browser could be had; install Chromium or Chrome, or name one in MARQUEE_BROWSER')
  }
  const report = path.join(reports, 'e2e.json')
  const exitCode = await runCommand('playwright', ['test', '--config', config, '--reporter=list,json'], {
    MARQUEE_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return withExit(await readPlaywrightReport(report), exitCode)
}

function leaveOut(why: string): Tally {
  process.stdout.write(`The end-to-end tests were left out: ${why}.\n`)
  return { ...none, skipped: 1 }
}
