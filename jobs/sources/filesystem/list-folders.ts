import type { ProbeAnswer } from '../../contract/probes.ts'
import { askDisk } from './disk-question.ts'
import { displayPath } from './path-text.ts'

/** A person is waiting. */
const WAIT_MS = 5_000

/** What the folder picker shows for a folder; null shows the allowed roots. Answers within five seconds. */
export async function listFolders(
  path: string | null,
  roots: readonly string[] | null,
): Promise<ProbeAnswer> {
  const answer = await askDisk({ ask: 'folders', path, allowed: roots }, WAIT_MS)
  if (answer && 'folders' in answer) return answer.folders
  const detail = `The disk did not answer for 5 s in ${displayPath(path ?? '/')}. Is it still mounted?`
  return { ok: false, trouble: { code: 'source_unreachable', detail } }
}
