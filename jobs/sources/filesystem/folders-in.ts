import { posix } from 'node:path'
import type { ProbeAnswer } from '../../contract/probes.ts'
import { type ByteString, byteString, diskPath, textOf } from './byte-string.ts'
import type { Disk } from './disk.ts'
import { troubleOf } from './fault-trouble.ts'
import { faultOf } from './file-fault.ts'
import { whyLeftOut } from './folder-rules.ts'
import { isInside, notAllowed, plainRoot, realRoots } from './allowed-roots.ts'
import { displayPath, pathBytes } from './path-text.ts'

/** As many as the picker shows. */
const MOST_FOLDERS = 1_000

/** The folders inside a folder by name, hidden ones left out; null lists the allowed folders themselves. */
export function foldersIn(path: string | null, allowed: readonly string[] | null, disk: Disk): ProbeAnswer {
  if (path === null && allowed !== null) {
    const folders = allowed.map((folder) => ({ name: folder, path: folder }))
    return { ok: true, path: null, parent: null, folders, more: false }
  }
  const text = posix.resolve('/', path ?? '/')
  const bytes = byteString(pathBytes(text))
  try {
    const isAllowed =
      isInside(bytes, allowed?.map(plainRoot) ?? null) &&
      isInside(disk.realPath(diskPath(bytes)), allowed && realRoots(allowed, disk))
    if (!isAllowed) return { ok: false, trouble: notAllowed(displayPath(text), allowed ?? []) }
    const within = bytes === '/' ? '' : bytes
    const names = disk
      .list(diskPath(bytes))
      .toSorted()
      .filter((name) => whyLeftOut(textOf(name)) === null && isFolder(`${within}/${name}`, disk))
    const folders = names
      .slice(0, MOST_FOLDERS)
      .map((name) => ({ name: displayPath(textOf(name)), path: textOf(`${within}/${name}`) }))
    return {
      ok: true,
      path: text,
      parent: parentOf(text, allowed),
      folders,
      more: names.length > MOST_FOLDERS,
    }
  } catch (error) {
    return { ok: false, trouble: troubleOf(faultOf(error, Buffer.from(bytes, 'latin1'), disk)) }
  }
}

function isFolder(path: ByteString, disk: Disk): boolean {
  try {
    return disk.stat(diskPath(path)).isDirectory()
  } catch {
    return false
  }
}

function parentOf(path: string, allowed: readonly string[] | null): string | null {
  const parent = posix.dirname(path)
  const isAbove = parent === path || !isInside(byteString(pathBytes(parent)), allowed?.map(plainRoot) ?? null)
  return isAbove ? null : parent
}
