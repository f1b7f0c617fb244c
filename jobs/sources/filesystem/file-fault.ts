import type { Disk } from './disk.ts'
import { pathText } from './path-text.ts'

/** A system call that failed on a path, with what a person needs to mend it. Plain data: it crosses threads. */
export interface FileFault {
  errno: string
  syscall: string | null
  path: string
  /** Who we are; null where the system has no such numbers. */
  uid: number | null
  gid: number | null
  /** The first part of the path, from `/` on, that is missing or can't be entered. */
  firstFailingParent: string | null
  /** Whose it is and with which mode, where that can be seen. */
  owner: { uid: number; gid: number; mode: string } | null
}

/** What an exception of a system call says about `path`. An exception of another kind is thrown on. */
export function faultOf(error: unknown, path: Buffer, disk: Disk): FileFault {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
  const isDenied = error.code === 'EACCES' || error.code === 'EPERM'
  const failing = isDenied ? firstFailing(path, disk.enter) : null
  const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR' ? firstFailing(path, disk.lstat) : null
  const parent = failing ?? missing ?? (isDenied ? path : null)
  return {
    errno: error.code,
    syscall: 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : null,
    path: pathText(path),
    uid: process.geteuid?.() ?? null,
    gid: process.getegid?.() ?? null,
    firstFailingParent: parent === null ? null : pathText(parent),
    owner: isDenied && parent !== null ? ownerOf(parent, disk) : null,
  }
}

/** The first folder on the way to `path`, or the path itself, on which `probe` throws. */
function firstFailing(path: Buffer, probe: (path: Buffer) => unknown): Buffer | null {
  for (let end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
    const part = end < 0 ? path : path.subarray(0, end)
    try {
      probe(part)
    } catch {
      return part
    }
    if (end < 0) return null
  }
}

function ownerOf(path: Buffer, disk: Disk): FileFault['owner'] {
  try {
    const { uid, gid, mode } = disk.lstat(path)
    return { uid, gid, mode: (mode & 0o7777).toString(8).padStart(4, '0') }
  } catch {
    return null
  }
}
