import type { RunLibraryView, RunSummary } from '../../api/wire.ts'
import { wordsOfCounts } from '../../text/counts-sentence.ts'
import { formatCount } from '../../text/format.ts'

/** One sentence of how a run ended: the main one, one about what was left out, one about what failed. */
export interface OutcomeSentence {
  text: string
  tone: 'main' | 'quiet' | 'bad'
}

type Ended = Pick<RunSummary, 'state' | 'total' | 'settled' | 'counts' | 'found' | 'dryRun' | 'seenUnchanged'>

/** How a run ended. What was skipped or failed is never counted as ingested. */
export function outcomeSentences(run: Ended): OutcomeSentence[] {
  const { created, updated, unchanged, skipped, failed } = run.counts
  const words = wordsOfCounts(run.dryRun)
  return [
    main(headOf(run, created + updated + unchanged)),
    ...(skipped > 0 ? [{ text: `${formatCount(skipped)} ${words.skipped}.`, tone: 'quiet' } as const] : []),
    ...(failed > 0 ? [{ text: `${formatCount(failed)} ${words.failed}.`, tone: 'bad' } as const] : []),
  ]
}

function headOf(run: Ended, ingested: number): string {
  if (run.state === 'cancelled')
    return `Cancelled with ${formatCount(run.settled)} of ${formatCount(run.found)} ${run.dryRun ? 'looked at' : 'done'}.`
  if (run.state === 'failed') return 'The run failed.'
  if (run.found === 0 && run.seenUnchanged > 0) {
    return `Nothing new: all ${formatCount(run.seenUnchanged)} are as they were last time.`
  }
  if (run.found === 0) return 'Nothing was found to ingest.'
  if (run.dryRun) return `Would ingest ${formatCount(ingested)} of ${formatCount(run.found)}.`
  if (ingested === run.found) return `All ${formatCount(run.found)} ingested.`
  return `${formatCount(ingested)} of ${formatCount(run.found)} ingested.`
}

const main = (text: string): OutcomeSentence => ({ text, tone: 'main' })

/** A sentence about the libraries that were not listed to their end: what they hold besides is unknown. */
export function unlistedSentences(
  libraries: readonly Pick<RunLibraryView, 'title' | 'state'>[],
): OutcomeSentence[] {
  const failed = libraries.filter((library) => library.state === 'failed')
  if (failed.length === 0) return []
  const who = failed.length === 1 ? failed[0]!.title : `${formatCount(failed.length)} libraries`
  return [{ text: `${who} could not be listed.`, tone: 'bad' }]
}

/** How a run ended in one line, for a title or to be read out. */
export function outcomeLine(run: Ended): string {
  return outcomeSentences(run)
    .map((sentence) => sentence.text)
    .join(' ')
}
