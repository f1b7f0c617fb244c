import { type ByteString, diskPath, textOf } from './byte-string.ts'
import type { Disk } from './disk.ts'
import { type DiscKind } from './folder-rules.ts'
import { type Found, refused } from './found.ts'

/** Reads a BDMV or VIDEO_TS folder as the one film that it is: its streams' bytes, and the longest of them. */
export function readDisc(kind: DiscKind, folder: ByteString, path: string, disk: Disk): Found {
  const within = kind === 'bluray' ? streamFolder(folder, disk) : ''
  const stream = kind === 'bluray' ? /\.m2ts$/i : /\.vob$/i
  const names =
    within === null ? [] : disk.list(diskPath(folder + within)).filter((name) => stream.test(name))
  const streams = names.toSorted(byBytes).map((name) => {
    const { size, mtimeMs } = disk.lstat(diskPath(`${folder}${within}/${name}`))
    return { name, size, mtimeMs }
  })
  const size = streams.reduce((bytes, one) => bytes + one.size, 0)
  if (size === 0)
    return refused(path, { code: 'empty_file', detail: `The disc in “${path}” holds no films.` }, true)
  const main = streams.reduce((best, one) => (one.size > best.size ? one : best))
  return {
    path,
    isVideo: true,
    size,
    mtimeMs: Math.max(...streams.map((one) => one.mtimeMs)),
    ino: disk.lstat(diskPath(folder)).ino,
    parts: [],
    main: `${path}${within}/${textOf(main.name)}`,
    trouble: null,
  }
}

function streamFolder(folder: ByteString, disk: Disk): ByteString | null {
  const name = disk.list(diskPath(folder)).find((one) => one.toUpperCase() === 'STREAM')
  return name === undefined ? null : `/${name}`
}

function byBytes(one: ByteString, other: ByteString): number {
  return one < other ? -1 : one > other ? 1 : 0
}
