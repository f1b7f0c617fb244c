import { Show, splitProps, type JSX } from 'solid-js'

/** Props of `Card`. */
export type CardProps = {
  /** A coloured edge at the start: something here needs a person. */
  tone?: 'fail' | 'warn' | 'accent' | undefined
  /** No padding, for lists and tables that draw their own rows. */
  flush?: boolean
} & JSX.HTMLAttributes<HTMLDivElement>

const edge = { fail: 'border-l-fail', warn: 'border-l-warn', accent: 'border-l-accent' }

/** A group on the surface, with a hairline around it. */
export function Card(props: CardProps): JSX.Element {
  const [own, rest] = splitProps(props, ['tone', 'flush', 'class', 'children'])
  return (
    <div
      {...rest}
      class={`ui-card rounded-card border border-line bg-surface ${own.flush ? 'overflow-clip' : 'p-4'} ${
        own.tone ? `border-l-3 ${edge[own.tone]}` : ''
      } ${own.class ?? ''}`}
    >
      {own.children}
    </div>
  )
}

/** The line at the top of a card or a part of a page: what it is, how much, what can be done. */
export function SectionHeading(props: {
  title: string
  /** Said quietly beside the title: "5 selected · 1 finished". */
  meta?: JSX.Element
  actions?: JSX.Element
  /** Within a flush card: padding and a line below. */
  inCard?: boolean
  level?: 2 | 3
}): JSX.Element {
  return (
    <div
      class={`flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 ${
        props.inCard ? 'border-b border-line px-4 py-1.5' : 'mb-2'
      }`}
    >
      <Show when={props.level === 3} fallback={<h2 class="text-table">{props.title}</h2>}>
        <h3 class="text-table">{props.title}</h3>
      </Show>
      <Show when={props.meta}>
        <span class="text-table text-fg-3">{props.meta}</span>
      </Show>
      <Show when={props.actions}>
        <div class="ml-auto flex flex-wrap items-center gap-2">{props.actions}</div>
      </Show>
    </div>
  )
}
