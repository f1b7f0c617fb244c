import { pathText } from './path-text.ts'

/**
 * A path or name as one character a byte (Latin-1). Names are listed, sorted and joined in this form: it is
 * exact for every name, sorts in the order of bytes, and costs a third less than buffers on a big tree.
 */
export type ByteString = string

/** The form in which system calls take a path. */
export type DiskPath = string | Buffer

/** The path for a system call; a name of nothing but ASCII is the same text in every encoding. */
export function diskPath(bytes: ByteString): DiskPath {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1')
}

/** The path as text (see `pathText`). */
export function textOf(bytes: ByteString): string {
  return isAscii(bytes) ? bytes : pathText(Buffer.from(bytes, 'latin1'))
}

/** The one-character-a-byte form of a path's bytes. */
export function byteString(bytes: Buffer): ByteString {
  return bytes.toString('latin1')
}

function isAscii(bytes: ByteString): boolean {
  return !/[^\0-\x7f]/.test(bytes)
}
