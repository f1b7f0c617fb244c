import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../product/find-browser.ts'
import { runCommand } from './run-command.ts'

/**
 * A browser to test in, fetched where there is none: the system's Chromium or Chrome, else Playwright's own, else
 * Debian's package when we are root, else Playwright's download. Null where none could be had.
 */
export async function provideBrowser(): Promise<string | null> {
  return present() ?? (await installDebianPackage()) ?? (await downloadPlaywrights())
}

function present(): string | null {
  const candidates = [findBrowser(), chromium.executablePath()]
  return candidates.find((file) => file !== null && runs(file)) ?? null
}

async function installDebianPackage(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  process.stdout.write('No browser here; installing Debian’s chromium …\n')
  await runCommand('apt-get', ['-qq', 'update'], quiet)
  await runCommand('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', 'chromium'], quiet)
  return present()
}

async function downloadPlaywrights(): Promise<string | null> {
  process.stdout.write('No browser here; fetching Playwright’s …\n')
  await runCommand('playwright', ['install', 'chromium'])
  return present()
}

// A file may be there without the libraries it needs, or be a stub that only says where to get the real one.
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}
