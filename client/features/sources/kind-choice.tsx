import { For, type JSX } from 'solid-js'
import type { SourceKindName } from '../../api/wire.ts'
import { sourceKindOrder, sourceKindWords } from '../../text/source-kind-words.ts'

/** The kinds of source there are, one large button each. */
export function KindChoice(props: { onChoose: (kind: SourceKindName) => void }): JSX.Element {
  return (
    <div class="flex flex-col gap-3">
      <h2 class="text-lead">Where does it come from?</h2>
      <For each={sourceKindOrder}>
        {(kind) => (
          <button
            type="button"
            class="flex cursor-pointer items-start gap-3 rounded-group border border-line bg-surface p-4 text-start hover:border-line-strong hover:bg-hover"
            onClick={() => props.onChoose(kind)}
          >
            <span class={`${sourceKindWords[kind].icon} mt-0.5 size-5 text-accent`} />
            <span class="flex-1">
              <span class="block text-body font-semibold">{sourceKindWords[kind].name}</span>
              <span class="block text-table text-fg-2">{sourceKindWords[kind].hint}</span>
            </span>
            <span class="i-lucide-chevron-right mt-0.5 text-fg-3" />
          </button>
        )}
      </For>
    </div>
  )
}
