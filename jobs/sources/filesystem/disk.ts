import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import type { ByteString, DiskPath } from './byte-string.ts'

/**
 * The system calls that reading a tree needs, synchronous and exact for every name. They run in threads of
 * their own, never on the event loop; tests hand in a disk that fails.
 */
export interface Disk {
  lstat(path: DiskPath): Stats
  stat(path: DiskPath): Stats
  /** The names in a folder, in no order. */
  list(path: DiskPath): ByteString[]
  /** Opens for reading without waiting for a writer, as a FIFO would. */
  open(path: DiskPath): number
  fstat(file: number): Stats
  read(file: number, into: Uint8Array, length: number, position: number): number
  close(file: number): void
  readText(path: DiskPath): string
  linkTarget(path: DiskPath): ByteString
  realPath(path: DiskPath): ByteString
  /** Throws unless this process may enter the folder. */
  enter(path: DiskPath): void
}

/** The disks of this machine. */
export const realDisk: Disk = {
  lstat: (path) => lstatSync(path),
  stat: (path) => statSync(path),
  list: (path) => readdirSync(path, 'latin1'),
  open: (path) => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
  fstat: (file) => fstatSync(file),
  read: (file, into, length, position) => readSync(file, into, 0, length, position),
  close: (file) => closeSync(file),
  readText: (path) => readFileSync(path, 'utf8'),
  linkTarget: (path) => readlinkSync(path, 'latin1'),
  realPath: (path) => realpathSync.native(path, 'latin1'),
  enter: (path) => accessSync(path, constants.X_OK),
}
