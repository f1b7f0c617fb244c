import { Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import './chip.css'

/** What a colour means, everywhere. */
export type Tone = 'neutral' | 'running' | 'ok' | 'fail' | 'warn' | 'skip' | 'paused'

/** Props of `Chip`. */
export type ChipProps = {
  tone?: Tone | undefined
  icon?: string | undefined
  /** Makes it a link. */
  href?: string | undefined
  /** The name for screen readers, where the visible text is only a number. */
  label?: string | undefined
  class?: string | undefined
  children: JSX.Element
}

/** A word or a number with a meaning: a state, a count of failures. */
export function Chip(props: ChipProps): JSX.Element {
  return (
    <Dynamic
      component={props.href ? 'a' : 'span'}
      href={props.href}
      class={`ui-chip ${props.class ?? ''}`}
      data-tone={props.tone ?? 'neutral'}
      aria-label={props.href ? props.label : undefined}
    >
      <Show when={props.icon}>{(icon) => <span class={icon()} />}</Show>
      <Show when={props.label && !props.href} fallback={props.children}>
        <span aria-hidden="true">{props.children}</span>
        <span class="ui-sr-only">{props.label}</span>
      </Show>
    </Dynamic>
  )
}

/** Props of `FilterChip`. */
export type FilterChipProps = {
  /** What is filtered: "Library". */
  name: string
  /** By what: "Horror Movies". */
  value: string
  /** Why this filter cannot be understood; it turns red and stays until it is removed. */
  invalid?: string | undefined
  onRemove: () => void
}

/** One filter in force, and the way out of it. */
export function FilterChip(props: FilterChipProps): JSX.Element {
  return (
    <span class="ui-chip" data-filter="" data-tone={props.invalid ? 'fail' : 'neutral'}>
      <span class={props.invalid ? 'i-lucide-circle-alert' : 'i-lucide-list-filter text-fg-3'} />
      <span class="truncate">
        {props.name}: {props.value}
        <Show when={props.invalid}> ({props.invalid})</Show>
      </span>
      <button
        type="button"
        class="ui-chip-remove"
        aria-label={`Remove filter ${props.name}: ${props.value}`}
        onClick={() => props.onRemove()}
      >
        <span class="i-lucide-x" />
      </button>
    </span>
  )
}
