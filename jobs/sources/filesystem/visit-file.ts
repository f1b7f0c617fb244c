import type { Stats } from 'node:fs'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { type ByteString, diskPath, textOf } from './byte-string.ts'
import type { Disk } from './disk.ts'
import type { FileRule } from './file-rules.ts'
import { type Found, refused } from './found.ts'
import type { Folder } from './open-folder.ts'
import { displayPath } from './path-text.ts'

/** What a file in a folder is found as; null for what stands beside a video and is none. */
export function visitFile(
  folder: Folder,
  name: ByteString,
  rule: FileRule,
  stats: Stats,
  disk: Disk,
): Found | null {
  if (rule === 'companion') return null
  const text = textOf(name)
  const path = folder.prefix + text
  const isVideo = rule === 'video'
  if (!stats.isFile()) return refused(path, notAFile(text))
  if (folder.isUnpacking) return { ...plain(path, stats), isVideo, trouble: unpacking(text) }
  if (!isVideo) return { ...plain(path, stats), isVideo, trouble: rule }
  if (stats.size === 0) return { ...plain(path, stats), trouble: empty(text) }
  const parts = folder.stacks.partsOf(name)
  return parts.length === 0 ? plain(path, stats) : stacked(folder, path, stats, parts, disk)
}

function plain(path: string, { size, mtimeMs, ino }: Stats): Found {
  return { path, isVideo: true, size, mtimeMs, ino, parts: [], main: null, trouble: null }
}

function stacked(folder: Folder, path: string, first: Stats, parts: ByteString[], disk: Disk): Found {
  const further = parts.map((part) => disk.lstat(diskPath(`${folder.path}/${part}`)))
  const all = [first, ...further]
  return {
    ...plain(path, first),
    size: all.reduce((bytes, { size }) => bytes + size, 0),
    mtimeMs: Math.max(...all.map(({ mtimeMs }) => mtimeMs)),
    parts: parts.map((part) => folder.prefix + textOf(part)),
  }
}

function notAFile(name: string): Trouble {
  const detail = `“${displayPath(name)}” is a pipe, a socket or a device, not a file. It was not opened.`
  return { code: 'ext_unsupported', detail }
}

function unpacking(name: string): Trouble {
  return {
    code: 'file_unpacking',
    detail: `“${displayPath(name)}” is still being unpacked by a download client.`,
  }
}

function empty(name: string): Trouble {
  return { code: 'empty_file', detail: `“${displayPath(name)}” has no content: 0 bytes.` }
}
