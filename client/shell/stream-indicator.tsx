import { createEffect, createSignal, on, type JSX } from 'solid-js'
import type { StreamState } from './shell-data.ts'
import './stream-indicator.css'

const quietSeconds = 5

/** Whether what is on screen may be behind: true once the first quiet seconds of trouble are over. */
export const isStale = (stream: StreamState): boolean =>
  stream.kind === 'offline' || (stream.kind === 'reconnecting' && stream.seconds >= quietSeconds)

/** How the live stream stands: a dot and a word. Its first five seconds of trouble only hollow the dot. */
export function StreamIndicator(props: { stream: StreamState; class?: string }): JSX.Element {
  const [pulse, setPulse] = createSignal(false)
  createEffect(
    on(
      () => (props.stream.kind === 'live' ? props.stream.batches : undefined),
      (batches) => batches !== undefined && !document.hidden && setPulse(true),
      { defer: true },
    ),
  )
  const isLate = () => props.stream.kind === 'reconnecting' && isStale(props.stream)
  return (
    <span class={`inline-flex items-center gap-2 text-meta text-fg-2 ${props.class ?? ''}`}>
      <span
        class="shell-dot"
        data-kind={isLate() ? 'late' : props.stream.kind}
        data-pulse={pulse() ? '' : undefined}
        onAnimationEnd={() => setPulse(false)}
      />
      <span class="shell-word" classList={{ 'text-warn': isLate() || props.stream.kind === 'offline' }}>
        {words(props.stream)}
      </span>
    </span>
  )
}

function words(stream: StreamState): string {
  switch (stream.kind) {
    case 'live':
      return 'Live'
    case 'reconnecting':
      return isStale(stream) ? `Reconnecting · ${stream.seconds} s` : 'Live'
    case 'offline':
      return 'No connection'
    case 'paused':
      return 'Paused while hidden'
  }
}
