import type { RunSummary } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'

type Cancellable = Pick<
  RunSummary,
  'state' | 'locked' | 'settled' | 'remaining' | 'counts' | 'dryRun' | 'attempt'
>

/** What a cancel would do to a run as it stands now, in sentences with numbers. */
export function cancelWords(run: Cancellable): string {
  if (hasEnded(run.state)) return 'The run has ended by now: there is nothing left to cancel.'
  const inHand = run.state === 'paused' ? [] : ['The items in progress finish first.']
  if (run.counts.retrying > 0) {
    const left = formatQuantity(run.counts.retrying, 'item')
    return [...inHand, `Everything committed stays. ${left} will not be tried again.`].join(' ')
  }
  const stays = run.dryRun
    ? 'Nothing has been written.'
    : `${formatQuantity(run.settled, 'committed item stays', 'committed items stay')}.`
  const undone = run.dryRun ? 'will not be looked at' : 'will not be ingested'
  const left = run.locked
    ? `${formatCount(run.remaining)} ${undone}.`
    : `${formatCount(run.remaining)} found so far, and what is not listed yet, ${undone}.`
  return [...inHand, stays, left].join(' ')
}
