import { SourceFailure } from '../source.ts'
import { askDisk } from './disk-question.ts'
import type { FileFault } from './file-fault.ts'
import type { FileLibrary } from './file-library.ts'

const WAIT_MS = 30_000

/**
 * Told of each file that is gone, it makes sure, once, that the library's folder is still there: a disk that was
 * unmounted in mid-run is one trouble of the library, not thousands of missing files.
 */
export function createRootWatch(
  library: FileLibrary,
  allowed: readonly string[] | null,
): (fault: FileFault) => Promise<void> {
  let looked: Promise<void> | null = null
  return ({ firstFailingParent }) => {
    // The file's own folder is there, so its library is.
    const isNear = firstFailingParent !== null && depth(firstFailingParent) > depth(library.path) + 1
    return isNear ? Promise.resolve() : (looked ??= look(library, allowed))
  }
}

async function look({ path }: FileLibrary, allowed: readonly string[] | null): Promise<void> {
  const answer = await askDisk({ ask: 'root', path, allowed }, WAIT_MS)
  if (answer === null)
    throw new SourceFailure('source_unreachable', `The disk has not answered for 30 s in ${path}.`)
  if (!('root' in answer) || answer.root === null) return
  throw new SourceFailure(answer.root.code, answer.root.detail, { evidence: answer.root.evidence ?? {} })
}

function depth(path: string): number {
  return path.split('/').filter(Boolean).length
}
