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

/**
 * The system calls that reading a tree needs, synchronous and with paths as bytes. They run in threads of
 * their own, never on the event loop; tests hand in a disk that fails.
 */
export interface Disk {
  lstat(path: Buffer): Stats
  stat(path: Buffer): Stats
  /** The names in a folder, in no order. */
  list(path: Buffer): Buffer[]
  /** Opens for reading without waiting for a writer, as a FIFO would. */
  open(path: Buffer): number
  fstat(file: number): Stats
  read(file: number, into: Uint8Array, length: number, position: number): number
  close(file: number): void
  readText(path: Buffer): string
  linkTarget(path: Buffer): Buffer
  realPath(path: Buffer): Buffer
  /** Throws unless this process may enter the folder. */
  enter(path: Buffer): void
}

/** The disks of this machine. */
export const realDisk: Disk = {
  lstat: (path) => lstatSync(path),
  stat: (path) => statSync(path),
  list: (path) => readdirSync(path, { encoding: 'buffer' }),
  open: (path) => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
  fstat: (file) => fstatSync(file),
  read: (file, into, length, position) => readSync(file, into, 0, length, position),
  close: (file) => closeSync(file),
  readText: (path) => readFileSync(path, 'utf8'),
  linkTarget: (path) => readlinkSync(path, { encoding: 'buffer' }),
  realPath: (path) => realpathSync.native(path, { encoding: 'buffer' }),
  enter: (path) => accessSync(path, constants.X_OK),
}
