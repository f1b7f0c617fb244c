import { useSearchParams } from '@solidjs/router'
import { createMemo, Index, Show, type JSX } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'
import { useRunEvents } from '../../api/run-events.ts'
import { loaded } from '../../api/loaded.ts'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { SegmentedControl } from '../../ui/radio-group.tsx'
import { ActivityLine } from './activity-line.tsx'
import { foldEvents, mergeEvents } from './fold-events.ts'

const LINES = 14

type Level = 'all' | 'warn' | 'error'

/** What has happened, newest first; progress folds into one line whose numbers change in place. */
export function ActivityRail(props: { live: RunLive }): JSX.Element {
  const [search, setSearch] = useSearchParams()
  const level = (): Level =>
    search['level'] === 'warn' || search['level'] === 'error' ? search['level'] : 'all'
  const older = useRunEvents(() => ({ runId: props.live.run.id, level: onlyLevel(level()) }))
  const lines = createMemo(() => {
    const wanted = level()
    const events = mergeEvents(loaded(older) ?? [], props.live.events)
    const matching = wanted === 'all' ? events : events.filter((event) => event.level === wanted)
    return foldEvents(matching).slice(0, LINES)
  })
  return (
    <Card flush>
      <SectionHeading
        title="Activity"
        inCard
        actions={
          <SegmentedControl<Level>
            label="Which activity"
            value={level()}
            choices={[
              { value: 'all', label: 'All' },
              { value: 'warn', label: 'Warnings' },
              { value: 'error', label: 'Errors' },
            ]}
            onChange={(chosen) => setSearch({ level: chosen === 'all' ? null : chosen }, { replace: true })}
          />
        }
      />
      <Show
        when={lines().length > 0}
        fallback={
          <p class="px-4 py-6 text-table text-fg-3">
            {level() === 'all'
              ? 'Nothing has happened yet.'
              : `No ${level() === 'warn' ? 'warnings' : 'errors'}.`}
          </p>
        }
      >
        <ul>
          <Index each={lines()}>{(line) => <ActivityLine line={line()} />}</Index>
        </ul>
      </Show>
      <div class="border-t border-line px-4 py-2 text-table">
        <a href={`/runs/${props.live.run.id}/events`}>Open all events</a>
      </div>
    </Card>
  )
}

const onlyLevel = (level: Level) => (level === 'all' ? null : level)
