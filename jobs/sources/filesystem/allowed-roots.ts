import { posix } from 'node:path'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { byteString, type ByteString, diskPath } from './byte-string.ts'
import type { Disk } from './disk.ts'
import { pathBytes } from './path-text.ts'

/** True if a path is one of the folders or below one; null allows all. */
export function isInside(path: ByteString, folders: readonly ByteString[] | null): boolean {
  return folders === null || folders.some((folder) => isBelow(path, folder))
}

/** The allowed folders as they really are, with links followed; one that is not there allows what it says. */
export function realRoots(allowed: readonly string[], disk: Disk): ByteString[] {
  return allowed.map((folder) => {
    try {
      return disk.realPath(diskPath(plainRoot(folder)))
    } catch {
      return plainRoot(folder)
    }
  })
}

/** An allowed folder as it was written, without `..` and trailing slashes. */
export function plainRoot(path: string): ByteString {
  return byteString(pathBytes(posix.resolve('/', path)))
}

/** The trouble of a path outside the allowed folders. */
export function notAllowed(shown: string, allowed: readonly string[]): Trouble {
  const detail =
    `${shown} is outside the folders that this server may read (${allowed.join(', ')}). ` +
    `Whoever runs the server can add it to MARQUEE_ROOTS.`
  return { code: 'source_misconfigured', detail }
}

function isBelow(path: ByteString, folder: ByteString): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`)
}
