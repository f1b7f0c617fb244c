import { For, Show, type JSX } from 'solid-js'
import './nav-tabs.css'

/** One tab: a place with an address. */
export type NavTab = {
  href: string
  label: string
  /** Made already: "6,999". */
  count?: string | undefined
  tone?: 'fail' | undefined
  isCurrent: boolean
}

/** The parts of one thing, as links: each tab is a page that can be sent to somebody. */
export function NavTabs(props: { label: string; tabs: readonly NavTab[]; class?: string }): JSX.Element {
  return (
    <nav aria-label={props.label} class={props.class} data-print="hide">
      <ul class="ui-tabs">
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <a class="ui-tab" href={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
                {tab.label}
                <Show when={tab.count}>
                  <span class="ui-tab-count" data-tone={tab.tone}>
                    {tab.count}
                  </span>
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
