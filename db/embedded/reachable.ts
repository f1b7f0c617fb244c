import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Account } from './account.ts'

/** The first folder on the way to a path (the path's own folder included) that an account may not enter, if any. */
export async function firstClosedFolder(
  folder: string,
  account: Account,
): Promise<{ folder: string; mode: string } | null> {
  for (const step of stepsTo(folder)) {
    const found = await stat(step)
    const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0
    const mayEnter = ((found.mode >> shift) & 0o1) !== 0
    if (!mayEnter) return { folder: step, mode: (found.mode & 0o7777).toString(8).padStart(4, '0') }
  }
  return null
}

function stepsTo(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [...stepsTo(parent), folder]
}
