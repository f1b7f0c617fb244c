import { Match, Show, Switch, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import type { CheckAnswer, SourceView } from '../../api/wire.ts'
import { wordsOfTrouble } from '../../text/trouble-words.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'

/** What a check found: just now, or the last time somebody asked. */
export function CheckResult(props: {
  query: { isError: boolean; error: unknown; data: CheckAnswer | undefined }
  last?: { at: string | null; trouble: SourceView['trouble']; note: string | null }
}): JSX.Element {
  return (
    <div role="status" class="text-table empty:hidden">
      <Switch>
        <Match when={props.query.isError}>
          <Bad title="The check did not come about." detail={failureOf(props.query.error).message} />
        </Match>
        <Match when={props.query.data}>{(answer) => <Answer answer={answer()} />}</Match>
        <Match when={props.last?.at ? props.last : undefined}>
          {(last) => (
            <>
              <Answer
                answer={
                  last().trouble
                    ? { ok: false, trouble: last().trouble! }
                    : { ok: true, note: last().note ?? '' }
                }
              />
              <span class="text-meta text-fg-3">
                {' '}
                · checked <RelativeTime at={last().at ?? ''} />
              </span>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

function Answer(props: { answer: CheckAnswer }): JSX.Element {
  const trouble = () => (props.answer.ok ? undefined : props.answer.trouble)
  return (
    <Show
      when={trouble()}
      fallback={
        <span class="text-fg-2">
          <span class="i-lucide-circle-check mr-1.5 text-ok" />
          {(props.answer.ok && props.answer.note) || 'All well.'}
        </span>
      }
    >
      {(found) => (
        <Bad
          title={wordsOfTrouble(found().code).title}
          detail={`${found().detail} ${wordsOfTrouble(found().code).advice}`}
        />
      )}
    </Show>
  )
}

const Bad = (props: { title: string; detail: string }) => (
  <span>
    <span class="i-lucide-circle-alert mr-1.5 text-fail" />
    <b class="text-fail">{props.title}</b> <span class="text-fg-2">{props.detail}</span>
  </span>
)
