import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { isStale } from '../../api/live.ts'
import type { RunLive } from '../../api/live-store.ts'
import { formatCount, formatDuration, formatPercent, formatQuantity } from '../../text/format.ts'
import { hasEnded } from '../../text/run-state-words.ts'
import { unitOf } from '../../text/unit-words.ts'
import { outcomeSentences, unlistedSentences } from './outcome-sentence.ts'
import { PaceLine } from './pace-line.tsx'
import { standstill } from './standstill.ts'

/** The one big number: what was found so far, then the percent, then the sentence of how it ended. */
export function RunHero(props: { live: RunLive }): JSX.Element {
  const run = () => props.live.run
  const libraries = () => props.live.libraries.order.map((id) => props.live.libraries.byId[id]!)
  const unit = () => unitOf(libraries().map((library) => library.mediaKind))
  const tookMs = () => Date.parse(run().endedAt ?? '') - Date.parse(run().startedAt ?? run().createdAt)
  return (
    <Switch>
      <Match when={hasEnded(run().state)}>
        <p class="text-[clamp(1.5rem,5vw,2.25rem)] leading-[1.15] font-semibold tracking-[-0.025em]">
          <For each={[...outcomeSentences(run()), ...unlistedSentences(libraries())]}>
            {(sentence) => <span class={tones[sentence.tone]}>{sentence.text} </span>}
          </For>
        </p>
        <p class="mt-1.5 text-table text-fg-2">
          <Show when={run().endedAt}>Took {formatDuration(tookMs())} · </Show>
          {formatQuantity(run().librariesTotal, 'library', 'libraries')}
        </p>
      </Match>
      <Match when={run().percent !== null}>
        <Numbers
          big={formatPercent(run().percent ?? 0)}
          suffix="%"
          lead={
            <>
              <b>{formatCount(run().settled)}</b> of {formatQuantity(run().found, unit().one, unit().many)}{' '}
              {run().dryRun ? 'looked at' : 'committed'}
            </>
          }
        >
          <Show when={standstill(run(), libraries())} fallback={<PaceLine run={run()} unit={unit()} />}>
            {standstill(run(), libraries())}
          </Show>
        </Numbers>
      </Match>
      <Match when={true}>
        <Numbers big={formatCount(run().found)} lead={<b>{unit().many} found so far</b>}>
          <Show when={standstill(run(), libraries())} fallback={<Indexing live={props.live} />}>
            {standstill(run(), libraries())}
          </Show>
        </Numbers>
      </Match>
    </Switch>
  )
}

const tones = { main: '', quiet: 'text-fg-2', bad: 'text-fail' } as const

function Indexing(props: { live: RunLive }): JSX.Element {
  const locked = () => props.live.libraries.order.filter((id) => props.live.libraries.byId[id]?.locked).length
  return (
    <>
      Indexing {formatQuantity(props.live.run.librariesTotal, 'library', 'libraries')} — {locked()} done
      <Show when={props.live.run.settled > 0}>
        {' '}
        · {formatCount(props.live.run.settled)} {props.live.run.dryRun ? 'looked at' : 'ingested'} already
      </Show>
    </>
  )
}

const Numbers = (props: { big: string; suffix?: string; lead: JSX.Element; children: JSX.Element }) => (
  <div class="flex flex-wrap items-end gap-x-6 gap-y-2">
    <p class="text-hero font-semibold tabular-nums" classList={{ 'text-fg-2': isStale() }} data-part="hero">
      {props.big}
      <Show when={props.suffix}>
        <span class="text-h1 font-normal text-fg-3">{props.suffix}</span>
      </Show>
    </p>
    <div class="pb-1">
      <p class="text-body">{props.lead}</p>
      <p class="min-h-5 text-table text-fg-2">{props.children}</p>
    </div>
  </div>
)
