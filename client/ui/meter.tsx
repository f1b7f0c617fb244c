import { createComputed, createMemo, createSignal, Index, Show, type JSX } from 'solid-js'
import { edgeLength, meterEdges, settledShare, type MeterEdge, type MeterSegment } from './meter-edges.ts'
import './meter.css'

/** Props of `Meter`. */
export type MeterProps = {
  /** What is measured: "Kids TV". */
  label: string
  /** What the bar says, in words: "975 of 1,142 episodes, 4 failed". */
  valueText: string
  /** From left to right; nothing is worked out from them but widths. */
  segments: readonly MeterSegment[]
  /** Null while it is not locked: then there is no bar, only the sign that counting goes on. */
  total: number | null
  /** Which thing this is: when it changes, the bar starts anew instead of only moving forward. */
  of?: string | number
  state?: 'running' | 'paused' | 'finished'
  /** `hero` 10 px, `normal` 6 px, `thin` 4 px. */
  size?: 'hero' | 'normal' | 'thin'
  /** How an unlocked total looks: a hatched track, or a 2 px sweep in rows. */
  open?: 'hatch' | 'sweep'
  /** Where the failed part leads; it is also a link in words elsewhere, so this one is for the pointer only. */
  failHref?: string | undefined
  class?: string
}

const longestMs = 250

/** A bar that never lies: no length before its total is locked, and never backwards after that. */
export function Meter(props: MeterProps): JSX.Element {
  const isOpen = () => props.total === null
  const [transitionMs, setTransitionMs] = createSignal(0)
  const shown = createMemo<{ of: MeterProps['of']; edges: MeterEdge[]; furthest: number }>((last) => {
    const furthest = last && last.of === props.of ? last.furthest : 0
    if (props.total === null) return { of: props.of, edges: [], furthest: 0 }
    const edges = meterEdges(props.segments, props.total, furthest)
    return { of: props.of, edges, furthest: settledShare(edges) }
  })

  let lastChange: number | undefined
  let lastOf: MeterProps['of']
  createComputed(() => {
    const of = shown().of
    const at = performance.now()
    const isSame = of === lastOf && lastChange !== undefined
    setTransitionMs(isSame ? Math.min(longestMs, at - (lastChange ?? at)) : 0)
    lastChange = at
    lastOf = of
  })

  const failAt = () => {
    const edge = shown().edges.find((one) => one.tone === 'fail' && !one.isEmpty)
    return edge && `${edge.share * 100}%`
  }

  return (
    <div
      class={`ui-meter ${props.class ?? ''}`}
      data-size={props.size ?? 'normal'}
      data-state={isOpen() ? 'open' : (props.state ?? 'running')}
      data-open={props.open ?? 'hatch'}
      data-still={props.state === 'paused' ? '' : undefined}
      style={{ '--meter-ms': `${transitionMs()}ms` }}
    >
      <div
        class="ui-meter-track"
        role="progressbar"
        aria-label={props.label}
        aria-valuetext={props.valueText}
        aria-valuemin={isOpen() ? undefined : 0}
        aria-valuemax={props.total ?? undefined}
        aria-valuenow={isOpen() ? undefined : props.segments.reduce((sum, segment) => sum + segment.value, 0)}
        aria-busy={isOpen() ? 'true' : undefined}
        title={props.valueText}
      >
        <Index each={shown().edges.toReversed()}>
          {(edge, index) => (
            <div
              class="ui-meter-segment"
              data-tone={edge().tone}
              style={{ '--edge': edgeLength(shown().edges, shown().edges.length - 1 - index) }}
            />
          )}
        </Index>
        <div class="ui-meter-hatch" />
      </div>
      <Show when={props.failHref && failAt()}>
        {(at) => (
          <a
            class="ui-meter-fail-link"
            href={props.failHref}
            style={{ left: at() }}
            title={props.valueText}
            tabindex="-1"
            aria-hidden="true"
          />
        )}
      </Show>
    </div>
  )
}
