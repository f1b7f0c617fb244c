import type { Trouble } from '../../../db/domain/outcome.ts'

/** One thing that a walk came across and that must become an entry. Paths are text, relative to the root. */
export interface Found {
  path: string
  /** A video by its name, or a folder that is one film; everything else is only listed with its trouble. */
  isVideo: boolean
  size: number
  mtimeMs: number
  ino: number
  /** The further files of a film that is split, in order. */
  parts: string[]
  /** The file to read facts from, where the path is a disc's folder. */
  main: string | null
  trouble: Trouble | null
}

/** What was found is not read, and this is why. */
export function refused(path: string, trouble: Trouble, isVideo = false): Found {
  return { path, isVideo, size: 0, mtimeMs: 0, ino: 0, parts: [], main: null, trouble }
}
