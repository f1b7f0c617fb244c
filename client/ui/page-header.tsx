import { createEffect, createSignal, For, onCleanup, Show, untrack, type JSX } from 'solid-js'
import './page-header.css'

/** Props of `PageHeader`. */
export type PageHeaderProps = {
  title: string
  /** In place of the title's plain text, e.g. one that can be renamed. */
  titleContent?: JSX.Element
  /** The places above this one. */
  breadcrumb?: readonly { label: string; href: string }[]
  /** The last word of the breadcrumb, where it is not the title: "#1042". */
  here?: string
  chip?: JSX.Element
  /** Said quietly after the chip: "Started by Ana 14:02 · 12m 04s". */
  meta?: JSX.Element
  actions?: JSX.Element
  /** Under the title: attempts, a sentence. */
  children?: JSX.Element
  tabs?: JSX.Element
  /** Shown only once the header has shrunk to its one line, e.g. a thin bar. */
  mini?: JSX.Element
}

const compactPx = 44

/** What this page is, how it stands and what can be done; scrolled away it shrinks to one line of 44 px. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  const [isCompact, setCompact] = createSignal(false)
  const [fullPx, setFullPx] = createSignal(0)
  const [header, setHeader] = createSignal<HTMLElement>()
  const [sentinel, setSentinel] = createSignal<HTMLElement>()
  createEffect(() => {
    const watched = header()
    const edge = sentinel()
    if (!watched || !edge) return
    const size = new ResizeObserver(() => !untrack(isCompact) && setFullPx(watched.offsetHeight))
    size.observe(watched)
    const sight = new IntersectionObserver(([seen]) => seen && setCompact(!seen.isIntersecting))
    sight.observe(edge)
    onCleanup(() => {
      size.disconnect()
      sight.disconnect()
    })
  })
  return (
    <>
      <div aria-hidden="true" class="relative">
        <div
          ref={setSentinel}
          class="absolute inset-x-0 top-0"
          style={{ height: `${Math.max(1, fullPx() - compactPx)}px` }}
        />
      </div>
      <header
        ref={setHeader}
        class="ui-page-header"
        data-compact={isCompact() ? '' : undefined}
        style={{ '--left-out': `${Math.max(0, fullPx() - compactPx)}px` }}
      >
        <div class="ui-page-header-line">
          <div class="ui-page-header-words">
            <Show when={props.breadcrumb}>
              {(places) => (
                <nav aria-label="Breadcrumb" class="ui-page-header-extra text-table text-fg-3">
                  <ol class="flex flex-wrap gap-x-1">
                    <For each={places()}>
                      {(place) => (
                        <li>
                          <a
                            class="-my-1 inline-block py-1 text-fg-3 no-underline hover:underline"
                            href={place.href}
                          >
                            {place.label}
                          </a>
                          <span aria-hidden="true"> /</span>
                        </li>
                      )}
                    </For>
                    <Show when={props.here}>
                      <li aria-current="page">{props.here}</li>
                    </Show>
                  </ol>
                </nav>
              )}
            </Show>
            <div class="ui-page-header-title">
              <h1>{props.titleContent ?? props.title}</h1>
              {props.chip}
              <Show when={props.meta}>
                <span class="ui-page-header-extra text-meta text-fg-2">{props.meta}</span>
              </Show>
            </div>
            <Show when={props.children}>
              <div class="ui-page-header-extra mt-1">{props.children}</div>
            </Show>
          </div>
          <Show when={props.mini}>
            <div class="ui-page-header-mini">
              <Show when={isCompact()}>{props.mini}</Show>
            </div>
          </Show>
          <Show when={props.actions}>
            <div class="ui-page-header-actions">{props.actions}</div>
          </Show>
        </div>
        <Show when={props.tabs}>
          <div class="ui-page-header-tabs">{props.tabs}</div>
        </Show>
      </header>
    </>
  )
}
