import { Menu as Ark } from '@ark-ui/solid/menu'
import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { Portal } from 'solid-js/web'
import { Kbd } from './kbd.tsx'
import type { MenuEntry, MenuProps } from './menu.tsx'
import './overlay.css'

/** The menu itself, apart so that a page with closed menus does not load it. */
export default function MenuPanel(props: {
  /** The id of the button that opens it: where the focus returns to and what it is placed at. */
  triggerId: string
  open: boolean
  onOpenChange: (open: boolean) => void
  entries: readonly MenuEntry[]
  placement: NonNullable<MenuProps['placement']>
}): JSX.Element {
  return (
    <Ark.Root
      ids={{ trigger: props.triggerId, content: `${props.triggerId}-content` }}
      open={props.open}
      onOpenChange={(details) => props.onOpenChange(details.open)}
      positioning={{ placement: props.placement, gutter: 4, strategy: 'fixed' }}
      lazyMount
      unmountOnExit
    >
      <Portal mount={placeFor(props.triggerId)}>
        <Ark.Positioner>
          <Ark.Content class="ui-menu">
            <For each={props.entries}>
              {(entry, index) => (
                <Switch>
                  <Match when={entry.kind === 'line'}>
                    <Ark.Separator class="ui-menu-line" />
                  </Match>
                  <Match when={entry.kind === 'heading' && entry}>
                    {(heading) => <div class="ui-menu-heading">{heading().label}</div>}
                  </Match>
                  <Match when={(entry.kind === undefined || entry.kind === 'item') && entry}>
                    {(item) => <Item value={String(index())} item={item()} />}
                  </Match>
                </Switch>
              )}
            </For>
          </Ark.Content>
        </Ark.Positioner>
      </Portal>
    </Ark.Root>
  )
}

/** Within the landmark of its button, so that it belongs to a region and stays inside a dialog's focus trap. */
const placeFor = (triggerId: string): HTMLElement => {
  const trigger = document.getElementById(triggerId)
  const inner = trigger?.closest<HTMLElement>('[role=dialog], [role=alertdialog], main')
  return inner ?? trigger?.closest<HTMLElement>('header') ?? document.body
}

type Item = Extract<MenuEntry, { label: string; kind?: 'item' }>

const Item = (props: { value: string; item: Item }) => (
  <Ark.Item
    value={props.value}
    class="ui-menu-item"
    data-tone={props.item.tone}
    disabled={props.item.disabledReason !== undefined}
    // After the menu: a dialog that opened under it would count as a part of it, and close with it.
    onSelect={() => setTimeout(() => props.item.onSelect?.())}
    asChild={
      props.item.href
        ? (itemProps) => <a {...itemProps()} href={props.item.href} children={<Inside item={props.item} />} />
        : undefined
    }
  >
    <Inside item={props.item} />
  </Ark.Item>
)

const Inside = (props: { item: Item }) => (
  <>
    <Show when={props.item.icon}>{(icon) => <span class={`${icon()} text-fg-3`} />}</Show>
    <span class="min-w-0 flex-1">
      {props.item.label}
      <Show when={props.item.disabledReason}>
        <span class="block text-meta">{props.item.disabledReason}</span>
      </Show>
    </span>
    <Show when={props.item.isChosen}>
      <span class="i-lucide-check" />
      <span class="ui-sr-only">, chosen</span>
    </Show>
    <Show when={props.item.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
  </>
)
