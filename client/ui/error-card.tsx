import { Show, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { CopyButton } from './copy-button.tsx'

/** Something could not be shown or done: what, why, and the ways on. The rest of the page lives. */
export function ErrorCard(props: {
  /** What failed: "The runs could not be loaded." */
  title: string
  /** Why, or what to do, as a sentence. */
  detail?: JSX.Element
  /** The code of the catalogue or the status, to be quoted. */
  code?: string | undefined
  onRetry?: () => void
  isRetrying?: boolean
  /** What Copy details copies beside the title and the code. */
  details?: string | undefined
  children?: JSX.Element
}): JSX.Element {
  const details = () => [props.title, props.code, props.details, location.href].filter(Boolean).join('\n')
  return (
    <Card tone="fail" role="alert" class="flex gap-3">
      <span class="i-lucide-circle-alert mt-0.5 text-fail" />
      <div class="min-w-0 flex-1">
        <p class="text-body font-semibold">{props.title}</p>
        <Show when={props.detail}>
          <p class="mt-1 text-table text-fg-2">{props.detail}</p>
        </Show>
        <Show when={props.code}>
          <p class="mt-1 font-mono text-meta text-fg-3">{props.code}</p>
        </Show>
        <div class="mt-3 flex flex-wrap gap-2">
          <Show when={props.onRetry}>
            <Button
              size="small"
              icon="i-lucide-rotate-cw"
              busy={props.isRetrying}
              onClick={() => props.onRetry?.()}
            >
              Try again
            </Button>
          </Show>
          <CopyButton size="small" variant="ghost" text={details} label="Copy details">
            Copy details
          </CopyButton>
          {props.children}
        </div>
      </div>
    </Card>
  )
}
