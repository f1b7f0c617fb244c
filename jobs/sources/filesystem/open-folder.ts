import type { Trouble } from '../../../db/domain/outcome.ts'
import { type ByteString, textOf } from './byte-string.ts'
import type { Disk } from './disk.ts'
import { discKind } from './folder-rules.ts'
import { type IgnoreRule, readIgnoreRule } from './ignore-rules.ts'
import { findStacks, NO_STACKS, type Stacks } from './stacks.ts'

/** Where a folder is and how the walk came to it. */
export interface FolderPlace {
  /** On disk, without a slash at the end; '' for `/`. */
  path: ByteString
  /** As text below the root, ending in `/`; '' for the root itself. */
  prefix: string
  depth: number
  /** Inside a download client's folder for unpacking. */
  isUnpacking: boolean
  /** Reached through a link that leads out of the library. */
  isLinked: boolean
}

/** A folder that is being walked: its names in order, and what they say about each other. */
export interface Folder extends FolderPlace {
  names: ByteString[]
  at: number
  ignore: IgnoreRule | null
  stacks: Stacks
  hasDisc: boolean
}

/** Prepares a listed folder for its walk, or says why all of it is left out. */
export function openFolder(
  place: FolderPlace,
  listed: ByteString[],
  hasStacks: boolean,
  disk: Disk,
): { folder: Folder } | { trouble: Trouble } {
  // Without a comparison function, and so by byte: each character is one.
  const names = listed.toSorted()
  const ignore = readIgnoreRule(place.path, names, disk)
  if (ignore?.isAll) {
    const name = textOf(place.path.slice(place.path.lastIndexOf('/') + 1))
    const detail = `The folder “${name}” is left out: it holds a file named ${ignore.file}.`
    return { trouble: { code: 'excluded_by_rule', detail } }
  }
  const stacks = hasStacks ? findStacks(names, place.depth > 0) : NO_STACKS
  const hasDisc = names.some((name) => discKind(name) !== null)
  return { folder: { ...place, names, at: 0, ignore, stacks, hasDisc } }
}
