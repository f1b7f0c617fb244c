import { matchesGlob } from 'node:path'
import { type ByteString, diskPath, textOf } from './byte-string.ts'
import type { Disk } from './disk.ts'

/** Files by which people tell media servers what to leave out. */
const IGNORE_FILES = ['.ignore', '.plexignore']
const MOST_BYTES = 65_536

/** What an ignore file in a folder leaves out: all of it, or the names that match a pattern. */
export interface IgnoreRule {
  file: string
  leavesOut(name: string): boolean
  /** True if nothing of the folder is left. */
  isAll: boolean
}

/** Reads the folder's ignore files; null if it has none. One that says nothing leaves out the whole folder. */
export function readIgnoreRule(folder: ByteString, names: ByteString[], disk: Disk): IgnoreRule | null {
  const file = IGNORE_FILES.find((name) => names.includes(name))
  if (file === undefined) return null
  const patterns = readPatterns(`${folder}/${file}`, disk)
  if (patterns.length === 0 || patterns.includes('*')) return { file, leavesOut: () => true, isAll: true }
  return {
    file,
    isAll: false,
    leavesOut: (name) => {
      const text = textOf(name)
      return patterns.some((pattern) => matchesGlob(text, pattern))
    },
  }
}

function readPatterns(path: ByteString, disk: Disk): string[] {
  try {
    const stats = disk.stat(diskPath(path))
    if (!stats.isFile() || stats.size > MOST_BYTES) return []
    return disk
      .readText(diskPath(path))
      .split(/\r?\n/)
      .map((line) => line.trim().replace(/\/$/, ''))
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
  } catch {
    // Somebody wanted something left out and we can't read what: leave it all out rather than show it.
    return []
  }
}
