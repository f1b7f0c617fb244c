import { Show, type JSX } from 'solid-js'
import { live } from '../../api/live.ts'
import { Banner } from '../../ui/banner.tsx'

/** Says that nothing will move because no worker is there; runs go on by themselves once one is. */
export function NoWorkerBanner(): JSX.Element {
  return (
    <Show when={live.workers === 0}>
      <Banner tone="warn">
        No worker is running. Runs wait and go on by themselves once one is back; look at Marquee’s log if it
        stays away.
      </Banner>
    </Show>
  )
}
