import { createSignal, Show, type JSX } from 'solid-js'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { formatClock } from '../text/format.ts'
import { Rail } from './rail.tsx'
import type { ShellData } from './shell-data.ts'
import './shell.css'
import { isStale, StreamIndicator } from './stream-indicator.tsx'
import { TabBar } from './tab-bar.tsx'
import { UserMenu } from './user-menu.tsx'

const railKey = 'marquee.rail'

/** What stands around every page of somebody who is signed in: skip link, navigation, connection, account. */
export function Shell(props: ShellData & { children?: JSX.Element }): JSX.Element {
  const [isNarrow, setNarrow] = createSignal(readRail() === 'narrow')
  const narrow = (wanted: boolean) => {
    setNarrow(wanted)
    rememberRail(wanted ? 'narrow' : 'wide')
  }
  return (
    <div class="shell" data-rail={isNarrow() ? 'narrow' : 'wide'}>
      <a class="shell-skip" href="#main" target="_self">
        Skip to the page
      </a>
      <Rail data={props} isNarrow={isNarrow()} onNarrow={narrow} />
      <header class="shell-top" data-print="hide">
        <span class="shell-mark" />
        <StreamIndicator stream={props.stream} class="ml-auto" />
        <Show when={props.user}>
          <UserMenu data={props} placement="bottom-end" isNarrow />
        </Show>
      </header>
      <div class="shell-main" data-stale={isStale(props.stream) ? '' : undefined}>
        <Show when={props.stream.kind === 'offline' && props.stream}>
          {(stream) => (
            <Banner
              tone="warn"
              actions={
                <Button size="small" onClick={() => stream().onRetry()}>
                  Retry now
                </Button>
              }
            >
              No connection since {formatClock(stream().since)}. Showing the last known state.
            </Banner>
          )}
        </Show>
        <main id="main" tabindex={-1} class="outline-none">
          {props.children}
        </main>
      </div>
      <TabBar nav={props.nav} />
    </div>
  )
}

function readRail(): string | null {
  try {
    return localStorage.getItem(railKey)
  } catch {
    return null
  }
}

function rememberRail(width: 'narrow' | 'wide'): void {
  try {
    localStorage.setItem(railKey, width)
  } catch {
    // Not remembered; nothing depends on it.
  }
}
