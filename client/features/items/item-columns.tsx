import { Show } from 'solid-js'
import type { RunEntryView } from '../../api/wire.ts'
import { entryStatusWords } from '../../text/entry-status-words.ts'
import { formatClockSeconds, formatDuration } from '../../text/format.ts'
import { troubleWords } from '../../text/trouble-words.ts'
import { StatusIcon } from '../../ui/status-icon.tsx'
import type { GridColumn } from '../../ui/virtual-grid.tsx'

/** What the list says of an item's end: the action, or the trouble by its title. */
export function outcomeOf(entry: RunEntryView): string {
  if (entry.code !== null) return troubleWords[entry.code].title
  return entry.action ?? (entry.status === 'staged' ? 'Not ingested yet' : '')
}

/** The columns of the list of items. */
export const itemColumns: readonly GridColumn<RunEntryView>[] = [
  {
    key: 'status',
    head: 'Status',
    width: '104px',
    cell: (entry) => (
      <StatusIcon status={entryStatusWords[entry.status].status} word={entryStatusWords[entry.status].word} />
    ),
  },
  {
    key: 'item',
    head: 'Item',
    width: 'minmax(140px, 3fr)',
    cell: (entry) => (
      <span title={entry.path ?? entry.label}>
        <span class="font-medium">{entry.label}</span>
      </span>
    ),
  },
  {
    key: 'library',
    head: 'Library',
    width: 'minmax(90px, 1.2fr)',
    hideOnPhone: true,
    cell: (entry) => <span class="text-fg-2">{entry.libraryTitle}</span>,
  },
  {
    key: 'outcome',
    head: 'What happened',
    width: 'minmax(120px, 2.4fr)',
    hideOnPhone: true,
    cell: (entry) => (
      <span
        title={entry.detail ?? undefined}
        classList={{ 'text-fail': entry.status === 'failed', 'text-fg-2': entry.status !== 'failed' }}
      >
        {outcomeOf(entry)}
        <Show when={entry.detail}>
          <span class="text-fg-3"> · {entry.detail}</span>
        </Show>
      </span>
    ),
  },
  {
    key: 'took',
    head: 'Took',
    width: '64px',
    align: 'end',
    hideOnPhone: true,
    cell: (entry) => <span class="text-fg-3">{entry.tookMs === null ? '—' : tookWords(entry.tookMs)}</span>,
  },
  {
    key: 'when',
    head: 'When',
    width: '72px',
    align: 'end',
    hideOnPhone: true,
    cell: (entry) => (
      <span class="font-mono text-meta text-fg-3">
        {entry.settledAt === null ? '—' : formatClockSeconds(entry.settledAt)}
      </span>
    ),
  },
]

/** "12 ms", "4s": how long one item took. */
export const tookWords = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : formatDuration(ms))
