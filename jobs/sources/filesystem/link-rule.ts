import type { Stats } from 'node:fs'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { type ByteString, diskPath, textOf } from './byte-string.ts'
import type { Disk } from './disk.ts'
import { isInside, realRoots } from './allowed-roots.ts'
import type { Root } from './open-root.ts'
import { displayPath } from './path-text.ts'

/** Which links a library follows. */
export interface LinkOptions {
  followLinks: boolean
  /** The folders that links may lead to; null: any. */
  allowed: readonly string[] | null
}

/** Where a link leads, or why it is not followed. */
export type LinkEnd = { stats: Stats } | { trouble: Trouble }

/** Decides about links, and remembers which folders were reached through them. */
export interface LinkRule {
  /** Throws what the disk throws, for a link that leads nowhere. */
  follow(path: ByteString): LinkEnd
  /** A folder below a followed link; false if it was listed before, through another link. */
  isFirstVisit(stats: Stats): boolean
}

/**
 * A link inside the library to a file is a file; to a folder it is left out, for the folder is listed where it
 * really is (or contains the link). A link that leads out needs `followLinks` and must stay in allowed folders.
 */
export function createLinkRule(root: Root, options: LinkOptions, disk: Disk): LinkRule {
  const allowed = options.allowed && realRoots(options.allowed, disk)
  const visited = new Set<string>()

  function judge(target: ByteString, isFolder: boolean): Trouble | null {
    const shown = displayPath(textOf(target))
    if (isInside(target, [root.realPath])) {
      if (!isFolder) return null
      return excluded(`A link to ${shown}, a folder of this same library: its files are listed there.`)
    }
    if (isFolder && isInside(root.realPath, [target]))
      return excluded(`A link to ${shown}, which holds this library: following it would never end.`)
    if (!options.followLinks)
      return excluded(`A link that leads out of the library, to ${shown}. “Follow links” is off.`)
    if (isInside(target, allowed)) return null
    const detail = `A link that leads to ${shown}, outside the folders that this server may read (MARQUEE_ROOTS).`
    return { code: 'path_invalid', detail }
  }

  function isFirstVisit({ dev, ino }: Stats): boolean {
    const known = visited.size
    return visited.add(`${dev}:${ino}`).size > known
  }

  return {
    isFirstVisit,
    follow(path) {
      const target = disk.realPath(diskPath(path))
      const stats = disk.stat(diskPath(path))
      const trouble = judge(target, stats.isDirectory())
      return trouble ? { trouble } : { stats }
    },
  }
}

/** The trouble of a folder that another link led to already. */
export const SEEN_BEFORE = excluded('Another link leads to the same folder: its files are listed there.')

function excluded(detail: string): Trouble {
  return { code: 'excluded_by_rule', detail }
}
