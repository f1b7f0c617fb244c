import { Show, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { wordsOfCounts } from '../../text/counts-sentence.ts'
import { formatClock, formatCount } from '../../text/format.ts'

/** One line while nothing runs: what the last run came to. */
export function LastRun(props: { run: RunSummary | undefined }): JSX.Element {
  return (
    <p class="text-body text-fg-2">
      Nothing is running.
      <Show when={props.run}>
        {(run) => (
          <>
            {' '}
            Last run <a href={`/runs/${run().id}`}>#{run().id}</a> ended{' '}
            {formatClock(run().endedAt ?? run().createdAt)} — {formatCount(run().counts.created)}{' '}
            {wordsOfCounts(run().dryRun).created}, {formatCount(run().counts.failed)}{' '}
            {wordsOfCounts(run().dryRun).failed}.
          </>
        )}
      </Show>
    </p>
  )
}
