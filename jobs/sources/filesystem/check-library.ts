import { type CheckReport, type SourceContext, SourceFailure, type SourceLibrary } from '../source.ts'
import { toFileLibrary } from './file-library.ts'
import { walkInThread } from './walk-in-thread.ts'

/** A person is waiting: what is seen by then is the answer. */
const LOOK_MS = 2_000

/** Lists a library for two seconds and says what was seen, or why it can't be listed. */
export async function checkLibrary(library: SourceLibrary, context: SourceContext): Promise<CheckReport> {
  const startedAt = performance.now()
  let videos = 0
  let isWhole = true
  try {
    for await (const batch of walkInThread(toFileLibrary(library), context.roots, context.signal)) {
      videos += batch.filter(({ kind, trouble }) => kind !== 'other' && !trouble).length
      isWhole = performance.now() - startedAt < LOOK_MS
      if (!isWhole) break
    }
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error
    return { ok: false, trouble: { code: error.code, detail: error.message, evidence: error.evidence } }
  }
  const count = `${videos.toLocaleString('en')} video file${videos === 1 ? '' : 's'}`
  return { ok: true, note: isWhole ? `Readable: ${count}.` : `Readable: ${count} in the first 2 s.` }
}
