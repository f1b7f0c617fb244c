import { posix } from 'node:path'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { byteString, type ByteString, diskPath, textOf } from './byte-string.ts'
import { isInside, notAllowed, plainRoot, realRoots } from './allowed-roots.ts'
import type { Disk } from './disk.ts'
import { evidenceOf, troubleOf } from './fault-trouble.ts'
import { faultOf } from './file-fault.ts'
import { displayPath, pathBytes } from './path-text.ts'

/** A library's folder that can be walked, and where it really is once links are followed. */
export interface Root {
  path: ByteString
  realPath: ByteString
  names: ByteString[]
}

/** Opens a library's folder, or says why it can't be listed at all. An empty folder is refused: see below. */
export function openRoot(
  path: string,
  allowed: readonly string[] | null,
  disk: Disk,
): { root: Root } | { trouble: Trouble } {
  const text = posix.resolve('/', path)
  const bytes = byteString(pathBytes(text))
  const shown = displayPath(text)
  if (!isInside(bytes, allowed?.map(plainRoot) ?? null)) return { trouble: notAllowed(shown, allowed ?? []) }
  try {
    const realPath = disk.realPath(diskPath(bytes))
    if (!isInside(realPath, allowed && realRoots(allowed, disk)))
      return { trouble: notAllowed(`${shown} (really ${displayPath(textOf(realPath))})`, allowed ?? []) }
    if (!disk.stat(diskPath(bytes)).isDirectory())
      return { trouble: { code: 'root_missing', detail: `${shown} is a file, not a folder.` } }
    const names = disk.list(diskPath(bytes))
    // A disk that is not mounted leaves an empty folder behind; taking that for "all gone" would be fatal.
    if (names.length === 0) return { trouble: { code: 'root_missing', detail: emptyDetail(shown) } }
    return { root: { path: bytes, realPath, names } }
  } catch (error) {
    return { trouble: refusal(error, bytes, shown, disk) }
  }
}

function emptyDetail(shown: string): string {
  return (
    `The folder ${shown} is empty. A disk that is not mounted looks like this, so nothing was concluded ` +
    `from it. Mount the disk, or put something into the folder.`
  )
}

function refusal(error: unknown, path: ByteString, shown: string, disk: Disk): Trouble {
  const fault = faultOf(error, Buffer.from(path, 'latin1'), disk)
  const trouble = troubleOf(fault)
  if (trouble.code !== 'file_missing') return trouble
  const parent = fault.firstFailingParent === null ? shown : displayPath(fault.firstFailingParent)
  return {
    code: 'root_missing',
    detail: missingDetail(path, shown, parent, disk),
    evidence: evidenceOf(fault),
  }
}

function missingDetail(path: ByteString, shown: string, parent: string, disk: Disk): string {
  const target = linkTarget(path, disk)
  if (target !== null) return `${shown} is a link to ${displayPath(textOf(target))}, which does not exist.`
  const which = parent === shown ? '' : ` ${parent} is the first folder that is missing.`
  return `The folder ${shown} does not exist.${which} Is the disk mounted, and is the path spelt like this?`
}

function linkTarget(path: ByteString, disk: Disk): ByteString | null {
  try {
    return disk.linkTarget(diskPath(path))
  } catch {
    return null
  }
}
