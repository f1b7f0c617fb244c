import type { Stats } from 'node:fs'
import type { Disk } from '../filesystem/disk.ts'
import { faultOf, type FileFault } from '../filesystem/file-fault.ts'
import type { FileState } from './media-reading.ts'

/** An opened file, or why there is none. A folder has no handle. */
export type Look = { file: FileState; handle: number | null } | { fault: FileFault }

/** Looks at a path and opens it if it is a plain file; pipes, sockets and devices are never opened. */
export function lookAtFile(path: Buffer, disk: Disk): Look {
  try {
    const seen = disk.stat(path)
    if (seen.isDirectory()) {
      // A folder that opens can be listed.
      disk.close(disk.open(path))
      return { file: stateOf(seen), handle: null }
    }
    if (!seen.isFile()) return { fault: notAFile(path, disk) }
    const handle = disk.open(path)
    const opened = disk.fstat(handle)
    // What is there now need not be what was there a moment ago.
    if (opened.isFile()) return { file: stateOf(opened), handle }
    disk.close(handle)
    return { fault: notAFile(path, disk) }
  } catch (error) {
    return { fault: faultOf(error, path, disk) }
  }
}

function notAFile(path: Buffer, disk: Disk): FileFault {
  return faultOf(Object.assign(new Error('not a plain file'), { code: 'EFTYPE' }), path, disk)
}

function stateOf(stats: Stats): FileState {
  const { size, mtimeMs, ino } = stats
  return { size, mtimeMs, ino, isFolder: stats.isDirectory(), isGrowing: false }
}
