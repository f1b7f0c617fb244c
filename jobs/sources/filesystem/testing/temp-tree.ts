import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Disk, realDisk } from '../disk.ts'
import type { Found } from '../found.ts'
import { openRoot } from '../open-root.ts'
import { Pulse } from '../pulse.ts'
import { type WalkOptions, walkTree } from '../walk-tree.ts'

/** Makes a folder for one test and writes files with a little content into it; `/` at the end makes a folder. */
export async function tempTree(paths: readonly string[] = []): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'marquee-walk-'))
  // Node's own rm ends at paths longer than the system takes.
  onTestFinished(() => void execFileSync('rm', ['-rf', root]))
  for (const path of paths) {
    const isFolder = path.endsWith('/')
    await mkdir(isFolder ? join(root, path) : dirname(join(root, path)), { recursive: true })
    if (!isFolder) await writeFile(join(root, path), 'content')
  }
  return root
}

/** Everything that a walk of the folder finds. */
export function walkAll(root: string, options: Partial<WalkOptions> = {}, disk: Disk = realDisk): Found[] {
  const opened = openRoot(root, options.allowed ?? null, disk)
  if ('trouble' in opened) throw new Error(opened.trouble.detail)
  const whole = { followLinks: false, allowed: null, hasStacks: true, ...options }
  return walkTree(opened.root, whole, disk, new Pulse()).toArray()
}

/** What a walk found, in short: its path, and the code of its trouble if it has any. */
export function inShort(found: Found[]): string[] {
  return found.map(({ path, trouble }) => (trouble ? `${path}: ${trouble.code}` : path))
}

/** A disk on which one call fails with this errno for paths that end so. */
export function failingDisk(
  call: 'lstat' | 'stat' | 'list' | 'enter' | 'realPath',
  end: string,
  errno: string,
): Disk {
  const fail = (path: string | Buffer) => {
    if (String(path).endsWith(end)) throw Object.assign(new Error(errno), { code: errno, syscall: call })
    return path
  }
  return { ...realDisk, [call]: (path: string | Buffer) => realDisk[call](fail(path)) }
}
