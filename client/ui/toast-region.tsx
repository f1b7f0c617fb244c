import { createSignal, For, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { Button, LinkButton } from './button.tsx'
import './overlay.css'
import './toast-region.css'
import { closeToast, toasts, type Toast } from './toasts.ts'

/** Where toasts appear; once in the app. Their time stands still while the pointer or the focus is on them. */
export function ToastRegion(): JSX.Element {
  const [isHeld, setHeld] = createSignal(false)
  return (
    <section
      class="ui-toasts"
      aria-label="Notifications"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div aria-live="polite" aria-relevant="additions" class="contents">
        <For each={toasts()}>{(toast) => <ToastCard toast={toast} isHeld={isHeld} />}</For>
      </div>
    </section>
  )
}

const icons = {
  neutral: 'i-lucide-info text-fg-3',
  ok: 'i-lucide-circle-check text-ok',
  fail: 'i-lucide-circle-alert text-fail',
}

function ToastCard(props: { toast: Toast; isHeld: () => boolean }): JSX.Element {
  onMount(() => {
    if (props.toast.tone === 'fail' && props.toast.stayMs === undefined) return
    let leftMs = props.toast.stayMs ?? 6000
    const stepMs = 250
    const timer = setInterval(() => {
      if (props.isHeld() || document.hidden) return
      leftMs -= stepMs
      if (leftMs <= 0) closeToast(props.toast.id)
    }, stepMs)
    onCleanup(() => clearInterval(timer))
  })
  return (
    <div class="ui-toast" data-tone={props.toast.tone ?? 'neutral'}>
      <span class={`${icons[props.toast.tone ?? 'neutral']} mt-1`} />
      <div class="min-w-0 flex-1 pt-0.5">
        <p class="font-semibold">{props.toast.title}</p>
        <Show when={props.toast.detail}>
          <p class="text-fg-2">{props.toast.detail}</p>
        </Show>
        <Show when={props.toast.action}>
          {(action) => (
            <div class="mt-2">
              <Show
                when={action().href}
                fallback={
                  <Button size="small" onClick={() => action().onClick?.()}>
                    {action().label}
                  </Button>
                }
              >
                {(href) => (
                  <LinkButton size="small" href={href()}>
                    {action().label}
                  </LinkButton>
                )}
              </Show>
            </div>
          )}
        </Show>
      </div>
      <Button
        variant="ghost"
        size="small"
        icon="i-lucide-x"
        label="Close notification"
        onClick={() => closeToast(props.toast.id)}
      />
    </div>
  )
}
