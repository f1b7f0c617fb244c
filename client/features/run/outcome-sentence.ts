import type { RunSummary } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'

type Ended = Pick<RunSummary, 'state' | 'outcome' | 'total' | 'settled' | 'counts' | 'found'>

/** How a run ended, as one or two sentences; the second is about what did not go in. */
export function outcomeSentence(run: Ended): string[] {
  if (run.state === 'cancelled')
    return [`Cancelled with ${formatCount(run.settled)} of ${formatCount(run.found)} done.`]
  if (run.state === 'failed') return ['The run failed.']
  if (run.total === 0) return ['Nothing was found to ingest.']
  const { created, updated, unchanged, skipped, failed } = run.counts
  const ingested = created + updated + unchanged
  const left = [
    ...(skipped > 0 ? [`${formatCount(skipped)} skipped`] : []),
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
  ]
  const head =
    left.length === 0
      ? `All ${formatCount(run.found)}`
      : `${formatCount(ingested)} of ${formatCount(run.found)}`
  return [`${head} ingested.`, ...(left.length > 0 ? [`${left.join(', ')}.`] : [])]
}
