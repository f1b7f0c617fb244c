import type { RunSummary } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'

/** One sentence of how a run ended: the main one, one about what was left out, one about what failed. */
export interface OutcomeSentence {
  text: string
  tone: 'main' | 'quiet' | 'bad'
}

type Ended = Pick<RunSummary, 'state' | 'total' | 'settled' | 'counts' | 'found'>

/** How a run ended. What was skipped or failed is never counted as ingested. */
export function outcomeSentences(run: Ended): OutcomeSentence[] {
  const { created, updated, unchanged, skipped, failed } = run.counts
  return [
    main(headOf(run, created + updated + unchanged)),
    ...(skipped > 0 ? [{ text: `${formatCount(skipped)} skipped.`, tone: 'quiet' } as const] : []),
    ...(failed > 0 ? [{ text: `${formatCount(failed)} failed.`, tone: 'bad' } as const] : []),
  ]
}

function headOf(run: Ended, ingested: number): string {
  if (run.state === 'cancelled')
    return `Cancelled with ${formatCount(run.settled)} of ${formatCount(run.found)} done.`
  if (run.state === 'failed') return 'The run failed.'
  if (run.found === 0) return 'Nothing was found to ingest.'
  if (ingested === run.found) return `All ${formatCount(run.found)} ingested.`
  return `${formatCount(ingested)} of ${formatCount(run.found)} ingested.`
}

const main = (text: string): OutcomeSentence => ({ text, tone: 'main' })

/** The same in one line, for a title or to be read out. */
export function outcomeLine(run: Ended): string {
  return outcomeSentences(run)
    .map((sentence) => sentence.text)
    .join(' ')
}
