import { For, Show, type JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import type { NavItem, ShellData } from './shell-data.ts'
import { StreamIndicator } from './stream-indicator.tsx'
import { UserMenu } from './user-menu.tsx'

/** The navigation on wide screens; narrow, it keeps the icons and says the words on hover and focus. */
export function Rail(props: { data: ShellData; isNarrow: boolean; onNarrow: (isNarrow: boolean) => void }) {
  return (
    <header class="shell-rail" data-print="hide">
      <a class="shell-brand" href="/">
        <span class="shell-mark" />
        <span class="shell-word">Marquee</span>
      </a>
      <nav aria-label="Main">
        <ul class="flex flex-col gap-0.5">
          <For each={props.data.nav}>
            {(item) => (
              <li>
                <Tooltip text={props.isNarrow ? item.label : undefined} isName>
                  <RailLink item={item} />
                </Tooltip>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <div class="shell-foot">
        <StreamIndicator stream={props.data.stream} class="min-h-8 px-2" />
        <div class="shell-account">
          <Show when={props.data.user}>
            <UserMenu data={props.data} placement="top-start" isNarrow={props.isNarrow} />
          </Show>
          <Button
            variant="ghost"
            icon={props.isNarrow ? 'i-lucide-panel-left-open' : 'i-lucide-panel-left-close'}
            label={props.isNarrow ? 'Widen the navigation' : 'Narrow the navigation'}
            onClick={() => props.onNarrow(!props.isNarrow)}
          />
        </div>
      </div>
    </header>
  )
}

const RailLink = (props: { item: NavItem }): JSX.Element => (
  <a class="shell-link" href={props.item.href} aria-current={props.item.isCurrent ? 'page' : undefined}>
    <span class={`${props.item.icon} size-4.5`} />
    <span class="shell-word">{props.item.label}</span>
    <Show when={props.item.count}>
      <span class="shell-count" data-tone={props.item.tone}>
        <span aria-hidden={props.item.countLabel ? 'true' : undefined}>{props.item.count}</span>
        <Show when={props.item.countLabel}>
          <span class="ui-sr-only">{props.item.countLabel}</span>
        </Show>
      </span>
    </Show>
  </a>
)
