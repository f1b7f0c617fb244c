import { For, Show, type JSX } from 'solid-js'
import type { NavItem } from './shell-data.ts'

/** The navigation on phones: at the bottom, where the thumb is. */
export function TabBar(props: { nav: readonly NavItem[] }): JSX.Element {
  return (
    <nav class="shell-tabs" aria-label="Main, bottom" data-print="hide">
      <For each={props.nav.filter((item) => !item.onlyInRail)}>
        {(item) => (
          <a class="shell-tab" href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
            <span class={`${item.icon} size-5`} />
            {item.label}
            <Show when={item.tone && item.count}>
              <span
                class="absolute top-1.5 left-1/2 ml-3 size-2 rounded-full bg-accent"
                data-tone={item.tone}
              />
              <span class="ui-sr-only">{item.countLabel ?? item.count}</span>
            </Show>
          </a>
        )}
      </For>
    </nav>
  )
}
