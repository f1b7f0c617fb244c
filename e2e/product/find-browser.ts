import { existsSync } from 'node:fs'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The browser to test in: the one that MARQUEE_BROWSER names, else a Chromium or Chrome of the system. Null means
 * Playwright's own.
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['MARQUEE_BROWSER']
  if (named) return named
  const folders = (environment['PATH'] ?? '').split(path.delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return paths.find((file) => existsSync(file)) ?? null
}
