import type { RunSummary } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'

const endMarks = { finished: '✓', failed: '✕', cancelled: '⃠' } as const

/** The tab's title: how far, then which run: "62% · #1042 Full ingest · 5 libraries". */
export function runTabTitle(
  run: Pick<RunSummary, 'id' | 'title' | 'state' | 'outcome' | 'percent' | 'found'>,
): string {
  return `${mark(run)} #${run.id} ${run.title}`
}

function mark(run: Pick<RunSummary, 'state' | 'outcome' | 'percent' | 'found'>): string {
  if (run.state === 'finished' && run.outcome === 'partial') return '!'
  if (run.state === 'finished' || run.state === 'failed' || run.state === 'cancelled')
    return endMarks[run.state]
  // Cut, not rounded: 99.9 is not 100.
  if (run.percent !== null) return `${Math.floor(run.percent)}% ·`
  return run.found > 0 ? `${formatCount(run.found)} found ·` : '…'
}
