import { Show, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { wordsOfCounts } from '../../text/counts-sentence.ts'
import { formatCount } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'

/** What the bar is made of, in numbers; each leads to its items. */
export function CountsLegend(props: { run: RunSummary }): JSX.Element {
  const items = (status: string) => `/runs/${props.run.id}/items?status=${status}`
  const counts = () => props.run.counts
  const words = () => wordsOfCounts(props.run.dryRun)
  return (
    <ul aria-label="What became of the items" class="mt-2.5 flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <Count
        href={items('created')}
        dot={dotOf(props.run.state)}
        value={counts().created}
        word={words().created}
      />
      <Count href={items('updated')} value={counts().updated} word={words().updated} />
      <Count href={items('unchanged')} value={counts().unchanged} word={words().unchanged} />
      <Count href={items('skipped')} dot="bg-skip" value={counts().skipped} word={words().skipped} />
      <Count href={items('failed')} dot="bg-fail" isBad value={counts().failed} word={words().failed} />
      <Show when={counts().retrying > 0}>
        <li class="text-body text-fg-2">
          <b class="text-lead text-fg">{formatCount(counts().retrying)}</b> being tried again
        </li>
      </Show>
      <Show when={props.run.seenUnchanged > 0}>
        <li
          class="text-body text-fg-2"
          title="Seen in the listing and left alone; they are not part of the total"
        >
          <b class="text-lead text-fg">{formatCount(props.run.seenUnchanged)}</b> unchanged since last time
        </li>
      </Show>
    </ul>
  )
}

/** The colour of what is in, as the bar above draws it. */
function dotOf(state: RunSummary['state']): string {
  if (hasEnded(state)) return 'bg-line-strong'
  return state === 'paused' ? 'bg-paused' : 'bg-accent'
}

function Count(props: {
  href: string
  dot?: string
  isBad?: boolean
  value: number
  word: string
}): JSX.Element {
  const isBad = () => props.isBad && props.value > 0
  return (
    <li>
      <a
        href={props.href}
        class="inline-flex min-h-6 items-baseline gap-2 text-fg! no-underline! hover:underline!"
      >
        <Show when={props.dot}>
          <span class={`size-2 self-center rounded-[2px] ${props.dot}`} />
        </Show>
        <b class="text-lead" classList={{ 'text-fail': isBad() }}>
          {formatCount(props.value)}
        </b>
        <span class="text-body text-fg-2">{props.word}</span>
      </a>
    </li>
  )
}
