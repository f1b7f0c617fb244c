import { createEffect, For, on, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { RunEntryView } from '../../api/wire.ts'
import { entryStatusWords } from '../../text/entry-status-words.ts'
import { formatDateTime } from '../../text/format.ts'
import { troubleWords } from '../../text/trouble-words.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { StatusChip } from '../../ui/status-icon.tsx'
import { evidenceLines } from './evidence-lines.ts'
import { tookWords } from './item-columns.tsx'

/** One item in full: what became of it, why, where it is, and the facts behind it. */
export function ItemInspector(props: {
  entry: RunEntryView
  runId: number
  onClose: () => void
}): JSX.Element {
  let panel!: HTMLElement
  const words = () => (props.entry.code === null ? null : troubleWords[props.entry.code])
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) props.onClose()
  }
  onMount(() => addEventListener('keydown', onEscape))
  onCleanup(() => removeEventListener('keydown', onEscape))
  createEffect(
    on(
      () => props.entry.entryId,
      () => panel.scrollTo({ top: 0 }),
      { defer: true },
    ),
  )
  return (
    <aside ref={panel} class="items-inspector" aria-label={`Item ${props.entry.label}`} tabindex={0}>
      <div class="flex items-start gap-2">
        <div class="min-w-0 flex-1">
          <p class="text-meta text-fg-3">
            {props.entry.libraryTitle}
            <Show when={props.entry.show}> · {props.entry.show}</Show>
          </p>
          <h2 class="text-lead [overflow-wrap:anywhere]">{props.entry.label}</h2>
        </div>
        <Button
          variant="ghost"
          size="small"
          icon="i-lucide-x"
          label="Close item"
          onClick={() => props.onClose()}
        />
      </div>
      <div>
        <StatusChip
          status={entryStatusWords[props.entry.status].status}
          word={entryStatusWords[props.entry.status].word}
        />
        <Show when={props.entry.action}>
          <p class="mt-2 text-body">{props.entry.action}</p>
        </Show>
        <Show when={words()}>
          {(trouble) => (
            <div class="mt-2 flex flex-col gap-1">
              <p class="text-body font-semibold" classList={{ 'text-fail': props.entry.status === 'failed' }}>
                {trouble().title}
              </p>
              <Show when={props.entry.detail}>
                <p class="text-table [overflow-wrap:anywhere]">{props.entry.detail}</p>
              </Show>
              <p class="text-table text-fg-2">{trouble().advice}</p>
            </div>
          )}
        </Show>
      </div>
      <dl class="flex flex-col gap-3 text-table">
        <Fact name="Path" value={props.entry.path} isMono canCopy />
        <Fact name="Code" value={props.entry.code} isMono />
        <Show when={evidenceLines(props.entry.evidence).length > 0}>
          <div>
            <dt class="text-meta text-fg-3">Evidence</dt>
            <dd>
              <ul class="mt-0.5 font-mono text-meta">
                <For each={evidenceLines(props.entry.evidence)}>
                  {([name, value]) => (
                    <li class="[overflow-wrap:anywhere]">
                      <span class="text-fg-3">{name}</span> {value}
                    </li>
                  )}
                </For>
              </ul>
            </dd>
          </div>
        </Show>
        <Fact name="Attempt" value={String(props.entry.attempt)} />
        <Fact name="Settled" value={props.entry.settledAt && formatDateTime(props.entry.settledAt)} />
        <Fact name="Took" value={props.entry.tookMs === null ? null : tookWords(props.entry.tookMs)} />
      </dl>
      <div class="flex flex-wrap gap-2">
        <CopyButton
          size="small"
          label="Copy as JSON"
          text={() => JSON.stringify({ runId: props.runId, ...props.entry }, null, 2)}
        >
          Copy as JSON
        </CopyButton>
        <CopyButton size="small" label="Copy link" text={() => location.href}>
          Copy link
        </CopyButton>
      </div>
    </aside>
  )
}

function Fact(props: {
  name: string
  value: string | null
  isMono?: boolean
  canCopy?: boolean
}): JSX.Element {
  return (
    <Show when={props.value}>
      {(value) => (
        <div>
          <dt class="text-meta text-fg-3">{props.name}</dt>
          <dd class="flex items-start gap-1 [overflow-wrap:anywhere]">
            <span class="min-w-0" classList={{ 'font-mono text-meta leading-5': props.isMono }}>
              {value()}
            </span>
            <Show when={props.canCopy}>
              <CopyButton
                size="small"
                variant="ghost"
                text={value()}
                label={`Copy ${props.name.toLowerCase()}`}
              />
            </Show>
          </dd>
        </div>
      )}
    </Show>
  )
}
