import { Show, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'

/** What the bar is made of, in numbers; each leads to its items. */
export function CountsLegend(props: { run: RunSummary }): JSX.Element {
  const items = (status: string) => `/runs/${props.run.id}/items?status=${status}`
  const counts = () => props.run.counts
  return (
    <ul aria-label="What became of the items" class="mt-2.5 flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <Count
        href={items('created')}
        dot={hasEnded(props.run.state) ? 'bg-line-strong' : 'bg-accent'}
        value={counts().created}
        word="added"
      />
      <Count href={items('updated')} value={counts().updated} word="updated" />
      <Count href={items('unchanged')} value={counts().unchanged} word="unchanged" />
      <Count href={items('skipped')} dot="bg-skip" value={counts().skipped} word="skipped" />
      <Count href={items('failed')} dot="bg-fail" isBad value={counts().failed} word="failed" />
      <Show when={counts().retrying > 0}>
        <li class="text-body text-fg-2">
          <b class="text-lead text-fg">{formatCount(counts().retrying)}</b> being tried again
        </li>
      </Show>
    </ul>
  )
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
