import { Show, type JSX } from 'solid-js'

const looks = {
  info: { icon: 'i-lucide-info text-accent', box: 'bg-accent-bg' },
  warn: { icon: 'i-lucide-triangle-alert text-warn', box: 'bg-warn-bg' },
  fail: { icon: 'i-lucide-circle-alert text-fail', box: 'bg-fail-bg' },
}

/** One line over the whole width about the page or the connection; never in the way. */
export function Banner(props: {
  tone: 'info' | 'warn' | 'fail'
  children: JSX.Element
  actions?: JSX.Element
}) {
  return (
    <div
      role="status"
      class={`flex flex-wrap items-center gap-x-3 gap-y-2 px-[var(--gutter)] py-2 text-table text-fg ${looks[props.tone].box}`}
      data-tone={props.tone}
    >
      <span class={looks[props.tone].icon} />
      <p class="min-w-0 flex-1 basis-60">{props.children}</p>
      <Show when={props.actions}>
        <div class="flex flex-wrap gap-2">{props.actions}</div>
      </Show>
    </div>
  )
}
