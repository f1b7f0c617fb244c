import { Show, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { formatClock, formatRate, formatTimeLeft } from '../../text/format.ts'
import type { UnitWords } from '../../text/unit-words.ts'

/** How long it may still take, how fast it goes and when it may be done; nothing while that would be a guess. */
export function PaceLine(props: { run: RunSummary; unit: UnitWords }): JSX.Element {
  const left = () => {
    const words = formatTimeLeft(props.run.secondsLeft ?? 0)
    return `${words.charAt(0).toUpperCase()}${words.slice(1)} left`
  }
  const doneAt = () => new Date(Date.now() + (props.run.secondsLeft ?? 0) * 1_000).toISOString()
  return (
    <>
      <Show when={props.run.secondsLeft !== null}>{left()} · </Show>
      <Show when={props.run.rate !== null}>
        {formatRate(props.run.rate ?? 0)} {props.unit.many}/s
      </Show>
      <Show when={props.run.secondsLeft !== null}> · finishing around {formatClock(doneAt())}</Show>
    </>
  )
}
