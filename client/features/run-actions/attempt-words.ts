import type { AttemptView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'

/** How far an attempt is, or what came of it: "19 of 22 fixed". What never failed is not called fixed. */
export function attemptWords(
  attempt: Pick<AttemptView, 'state' | 'isRemaining' | 'entries' | 'settled' | 'fixed'>,
): string {
  const { entries, settled, fixed } = attempt
  const of = (done: number, word: string) => `${formatCount(done)} of ${formatCount(entries)} ${word}`
  const came = attempt.isRemaining ? of(fixed, 'done') : of(fixed, 'fixed')
  switch (attempt.state) {
    case 'staging':
      return 'collecting what is to be tried'
    case 'running':
      return of(settled, 'tried')
    case 'finished':
      return came
    case 'stopped':
      return `stopped, ${came}`
  }
}
