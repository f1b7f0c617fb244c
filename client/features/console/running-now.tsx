import { Show, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { formatCount, formatPercent, formatTimeLeft } from '../../text/format.ts'
import { runStateWords } from '../../text/run-state-words.ts'
import { itemWords } from '../../text/unit-words.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Meter } from '../../ui/meter.tsx'
import { StatusChip } from '../../ui/status-icon.tsx'
import { DryRunChip } from '../run/dry-run-chip.tsx'
import { progressText } from '../run/progress-text.ts'
import { segmentsOf } from '../run/segments.ts'

/** A run that is under way, in one card. */
export function RunningNow(props: { run: RunSummary }): JSX.Element {
  const run = () => props.run
  const words = () => runStateWords(run())
  return (
    <Card>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 class="min-w-0 text-lead">
          <a class="text-fg!" href={`/runs/${run().id}`}>
            <span class="text-fg-3">#{run().id}</span> {run().title}
          </a>
        </h2>
        <StatusChip status={words().status} word={words().word} />
        <Show when={run().dryRun}>
          <DryRunChip />
        </Show>
        <p class="ml-auto flex items-baseline gap-3">
          <Show when={run().secondsLeft !== null}>
            <span class="text-table text-fg-2">{formatTimeLeft(run().secondsLeft ?? 0)} left</span>
          </Show>
          <b class="text-h1 tabular-nums">
            <Show when={run().percent !== null} fallback={formatCount(run().found)}>
              {formatPercent(run().percent ?? 0)}
              <span class="text-body font-normal text-fg-3">%</span>
            </Show>
          </b>
        </p>
      </div>
      <Meter
        class="mt-3"
        label={run().title}
        valueText={progressText(run(), itemWords)}
        segments={segmentsOf(run().counts)}
        total={run().total}
        of={run().id}
        size="hero"
        state={run().state === 'paused' ? 'paused' : 'running'}
        failHref={`/runs/${run().id}/items?status=failed`}
      />
      <div class="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-table text-fg-2 tabular-nums">
        <span>
          <Show when={run().total !== null} fallback={<>{formatCount(run().found)} items found so far</>}>
            {formatCount(run().settled)} / {formatCount(run().found)} items
          </Show>
        </span>
        <span>
          {run().librariesDone} of {run().librariesTotal} libraries finished
        </span>
        <Show when={run().counts.failed > 0}>
          <Chip tone="fail" icon="i-lucide-circle-alert" href={`/runs/${run().id}/items?status=failed`}>
            {formatCount(run().counts.failed)} failed
          </Chip>
        </Show>
      </div>
    </Card>
  )
}
