import { Show, type JSX } from 'solid-js'
import { live } from '../../api/live.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

/** Says that the server was updated since this page was opened; reloading is the person's choice. */
export function OutdatedBanner(): JSX.Element {
  return (
    <Show when={live.isOutdated}>
      <Banner
        tone="info"
        actions={
          <Button size="small" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        Marquee was updated.
      </Banner>
    </Show>
  )
}
