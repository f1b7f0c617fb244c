import { Match, Show, Switch, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { countsSentence } from '../../text/counts-sentence.ts'
import { formatCount, formatDuration, formatPercent } from '../../text/format.ts'
import { hasEnded, runStateWords } from '../../text/run-state-words.ts'
import { itemWords } from '../../text/unit-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Meter } from '../../ui/meter.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { progressText } from '../run/progress-text.ts'
import { segmentsOf } from '../run/segments.ts'
import './run-line.css'

/** One run in a list: what it is, how it stands, what came of it. */
export function RunLine(props: { run: RunSummary }): JSX.Element {
  const run = () => props.run
  const words = () => runStateWords(run())
  const tookMs = () => Date.parse(run().endedAt ?? '') - Date.parse(run().startedAt ?? run().createdAt)
  return (
    <li class="run-line">
      <StatusIcon class="run-line-state" status={words().status} word={words().word} />
      <div class="run-line-words">
        <a class="block truncate font-semibold text-fg!" href={`/runs/${run().id}`}>
          <span class="text-fg-3">#{run().id}</span> {run().title}
        </a>
        <p class="truncate text-meta text-fg-3">
          <RelativeTime at={run().startedAt ?? run().createdAt} />
          <Show when={run().startedByName}> · {run().startedByName}</Show>
          <Show when={run().endedAt}> · {formatDuration(tookMs())}</Show>
          <Show when={run().dryRun}> · nothing is written</Show>
        </p>
      </div>
      <div class="run-line-progress">
        <Switch>
          <Match when={!hasEnded(run().state)}>
            <div class="flex items-center gap-3">
              <Meter
                class="flex-1"
                label={`Run #${run().id}`}
                valueText={progressText(run(), itemWords)}
                segments={segmentsOf(run().counts)}
                total={run().total}
                of={run().id}
              />
              <span class="w-16 text-end tabular-nums">
                <Show when={run().percent !== null} fallback={<>{formatCount(run().found)}</>}>
                  {formatPercent(run().percent ?? 0)}%
                </Show>
              </span>
            </div>
          </Match>
          <Match when={true}>
            <span class="text-fg-2">{countsSentence(run().counts, run().dryRun)}</span>
          </Match>
        </Switch>
      </div>
      <span class="run-line-end">
        <Show when={run().counts.failed > 0}>
          <Chip
            tone="fail"
            icon="i-lucide-circle-alert"
            href={`/runs/${run().id}/items?status=failed`}
            label={`${formatCount(run().counts.failed)} failed in run #${run().id}`}
          >
            {formatCount(run().counts.failed)}
          </Chip>
        </Show>
      </span>
    </li>
  )
}
