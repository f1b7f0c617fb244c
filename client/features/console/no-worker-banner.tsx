import { createEffect, createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { live, streamNow } from '../../api/live.ts'
import { Banner } from '../../ui/banner.tsx'

/** A worker that restarts is no news. */
const PATIENCE_MS = 4_000

/** Says that nothing will move because no worker is there; runs go on by themselves once one is. */
export function NoWorkerBanner(): JSX.Element {
  const [isAbsent, setAbsent] = createSignal(false)
  // What was last heard of a server that does not answer is no reason to blame its worker.
  const isMissed = () => live.workers === 0 && streamNow().kind === 'live'
  createEffect(() => {
    if (!isMissed()) return setAbsent(false)
    const timer = setTimeout(() => setAbsent(true), PATIENCE_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <Show when={isAbsent()}>
      <Banner tone="warn">
        No worker is running. Runs wait and go on by themselves once one is back; look at Marquee’s log if it
        stays away.
      </Banner>
    </Show>
  )
}
