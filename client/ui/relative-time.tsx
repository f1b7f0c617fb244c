import type { JSX } from 'solid-js'
import { formatDateTime, formatRelative } from '../text/format.ts'
import { createNow } from './now.ts'

/** A moment as "2 h ago", with the full date on hover. */
export function RelativeTime(props: { at: string }): JSX.Element {
  const now = createNow(30_000)
  return (
    <time datetime={props.at} title={formatDateTime(props.at)}>
      {formatRelative(props.at, now())}
    </time>
  )
}
