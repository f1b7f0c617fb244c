import type { RunLive } from '../../api/live-store.ts'
import type { RunLibraryView, RunSummary } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'

/** What an ended run may be followed by, the likeliest first. */
export type NextStep =
  | { kind: 'for-real'; label: string; hint: string }
  | { kind: 'retry'; label: string; hint: string }
  | { kind: 'remaining'; label: string; hint: string }
  | { kind: 'again'; label: string; hint: string }

/** The steps that make sense after a run, in the order in which they are offered; the first is the main one. */
export function nextSteps({ run, libraries }: Pick<RunLive, 'run' | 'libraries'>): NextStep[] {
  const parts = libraries.order.flatMap((id) => libraries.byId[id] ?? [])
  const steps: NextStep[] = []
  if (run.dryRun && run.state === 'finished') {
    const hint = 'Carries out this plan; what has changed since is left alone and said so'
    steps.push({ kind: 'for-real', label: 'Start this for real', hint })
  }
  const rest = restOf(run, parts)
  if (rest && run.state !== 'finished') steps.push(rest)
  if (run.counts.failed > 0 && run.state === 'finished') steps.push(retryOf(run))
  if (rest && run.state === 'finished') steps.push(rest)
  steps.push({ kind: 'again', label: 'Run again', hint: `Starts ${nextRunWords(run, parts)}` })
  return steps
}

function retryOf(run: RunSummary): NextStep {
  return {
    kind: 'retry',
    label: `Retry ${formatCount(run.counts.failed)} failed`,
    hint: 'Tries them again in this run; asks first',
  }
}

function restOf(run: RunSummary, parts: readonly RunLibraryView[]): NextStep | null {
  const unlisted = parts.filter((part) => !part.complete && part.libraryId !== null)
  const lists = unlisted.length > 0 ? `lists ${namesOf(unlisted)} again` : null
  if (run.state === 'failed') {
    return { kind: 'remaining', label: 'Resume', hint: `Goes on in this run${lists ? `: ${lists}` : ''}` }
  }
  if (run.state === 'cancelled') {
    if (run.remaining === 0 && !lists) return null
    const label = lists ? 'Run the rest' : `Run the remaining ${formatCount(run.remaining)}`
    const left = `Takes the ${formatCount(run.remaining)} that were not ingested`
    return { kind: 'remaining', label, hint: lists ? `${left} and ${lists}` : left }
  }
  return lists ? { kind: 'remaining', label: `List ${namesOf(unlisted)} again`, hint: 'In this run' } : null
}

function namesOf(parts: readonly RunLibraryView[]): string {
  const [first] = parts
  return parts.length === 1 && first ? first.title : formatQuantity(parts.length, 'library', 'libraries')
}

function nextRunWords(run: RunSummary, parts: readonly RunLibraryView[]): string {
  const there = parts.filter((part) => part.libraryId !== null).length
  const what = run.dryRun ? 'dry run' : `${run.mode} run`
  return `a new ${what} on ${formatQuantity(there, 'library', 'libraries')}`
}
