import { Show, type JSX } from 'solid-js'
import type { LaneNow } from '../../api/wire.ts'
import { formatBytes } from '../../text/format.ts'

/** What one lane is doing now, with the bytes of a long copy. */
export function LaneLabel(props: { lane: LaneNow }): JSX.Element {
  return (
    <>
      {props.lane.label}
      <Show when={props.lane.bytesDone !== null && props.lane.bytesTotal !== null}>
        {' '}
        ({formatBytes(props.lane.bytesDone ?? 0)} of {formatBytes(props.lane.bytesTotal ?? 0)})
      </Show>
    </>
  )
}
